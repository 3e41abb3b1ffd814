using System.Collections.Generic;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>The file of one model.</summary>
internal static class ModelFile
{
    public static SourceText Write(ModelSpec model, EmitContext context)
    {
        using CodeWriter w = new();
        FileFrame.Begin(w, model.Type);
        RecordPart.Emit(w, model, context);
        RecordsPart.Emit(w, model);
        if (model.IsSynced)
        {
            List<PropertySpec> fields = SyncFields.Of(model);
            SyncRecordPart.Emit(w, model, fields);
            SyncModelPart.Emit(w, model, fields);
            foreach (string adapter in context.Adapters)
            {
                Adapter.Of(adapter).EmitMap?.Invoke(w, model);
            }
        }

        FileFrame.End(w, model.Type);
        return w.ToSourceText();
    }
}
