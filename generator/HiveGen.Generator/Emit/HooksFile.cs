using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>What the hooks of one model need beyond their empty base: written only where there are any.</summary>
internal static class HooksFile
{
    public static SourceText Write(TypeSpec type, EmitContext context)
    {
        using CodeWriter w = new();
        FileFrame.Begin(w, type);
        w.Open($"partial {type.Keyword} {CSharpNames.Escape(type.Name)}");
        HooksPart.Emit(w, type);
        w.Close();
        EventsPart.Emit(w, type, context);
        FileFrame.End(w, type);
        return w.ToSourceText();
    }
}
