using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The names of a model's documents at the Firestore target: the collection, and the fields as JSON spells them.</summary>
internal static class FirestoreMapPart
{
    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Summary($"How the Firestore target stores {Literal.Xml(model.Type.Name)}.");
        w.Open($"internal sealed class {model.Type.Name}FirestoreMap : global::HiveGen.Adapters.Firestore.FirestoreMap");
        w.Line("/// <inheritdoc/>");
        w.Line($"public override string Collection => {Literal.Text(model.Sync!)};");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line("public override global::System.Collections.Generic.IReadOnlyList<string> Names { get; } =");
        w.Line("[");
        w.Indent();
        foreach (PropertySpec field in SyncFields.Of(model))
        {
            w.Line($"\"{field.JsonName}\",");
        }

        w.Close("];");
        w.Close();
    }
}
