using System.Text;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The names of a model's documents at the MongoDB target: the collection, and the fields as JSON spells them.</summary>
internal static class MongoMapPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        StringBuilder names = new();
        foreach (PropertySpec field in SyncFields.Of(model))
        {
            names.Append(field.IsId ? "_id" : "\\0" + field.JsonName);
        }

        w.Blank();
        w.Summary($"How the MongoDB target stores {Literal.Xml(model.Type.Name)}.");
        w.Open($"internal sealed class {model.Type.Name}MongoMap : global::HiveGen.Adapters.MongoDb.MongoMap");
        w.Line("/// <inheritdoc/>");
        w.Line($"public override string Collection => {Literal.Text(model.Sync!)};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"protected override global::System.ReadOnlySpan<byte> Names => \"{names.ToString()}\"u8;");
        w.Close();
    }
}
