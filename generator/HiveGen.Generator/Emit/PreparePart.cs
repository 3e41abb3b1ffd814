using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Makes the record that will be stored from a draft: checked, with id and times, no finer than what is stored.</summary>
internal static class PreparePart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        string record = model.Type.FullName;
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {record} Prepare({record} draft, global::System.DateTimeOffset now)");
        w.Line($"{R}Violations violations = default;");
        foreach (PropertySpec p in model.Properties)
        {
            EmitCheck(w, model, p);
        }

        w.Line($"violations.ThrowIfAny(\"{model.Type.Name}\");");
        Construction.Emit(w, "return ", model, p => Value(model, p));
        w.Close();
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override {record} Draft({record} record)");
        Construction.Emit(w, "return ", model, static p => p.IsId ? NewId(p, "record.Id") : Values.Copy(p, "record." + CSharpNames.Escape(p.Name)), unmapped: "record");
        w.Close();
        if (model.Id.Kind == PropertyKind.Int64)
        {
            w.Blank();
            w.Line("/// <inheritdoc/>");
            w.Open($"public override {record} WithId({record} record, long id)");
            Construction.Emit(w, "return ", model, static p => p.IsId ? "id" : "record." + CSharpNames.Escape(p.Name));
            w.Close();
        }
    }

    private static void EmitCheck(CodeWriter w, ModelSpec model, PropertySpec p)
    {
        if (!CheckPart.Has(p))
        {
            return;
        }

        string draft = "draft." + CSharpNames.Escape(p.Name);
        string value = p.Link is null ? draft : p.IsNullable ? draft + "?.Id" : draft + ".Id";
        string condition = !p.IsId ? "" : p.Kind == PropertyKind.Text ? "if (!string.IsNullOrEmpty(" + draft + ")) " : "if (" + draft + " != default) ";
        w.Line($"{condition}Check{p.Name}(ref violations, \"{p.Name}\", {value});");
    }

    private static string Value(ModelSpec model, PropertySpec p)
    {
        string draft = "draft." + CSharpNames.Escape(p.Name);
        if (p.IsId)
        {
            return NewId(p, draft);
        }

        if (p.Has(PropertyTraits.CreatedAt | PropertyTraits.UpdatedAt))
        {
            string now = p.Kind == PropertyKind.DateTime ? "now.UtcDateTime" : "now";
            return p.IsNullable
                ? Values.Normalise(model, p, draft + " ?? " + now)
                : Values.Normalise(model, p, draft + " == default ? " + now + " : " + draft);
        }

        if (!Values.IsNormalised(p))
        {
            return draft;
        }

        string some = "some" + p.Name;
        return p.IsNullable ? draft + " is { } " + some + " ? " + Values.Normalise(model, p, some) + " : null" : Values.Normalise(model, p, draft);
    }

    /// <summary>The id, or a new one where it is empty. A number is left to SQLite.</summary>
    private static string NewId(PropertySpec p, string id) => p.Kind switch
    {
        PropertyKind.Text => "string.IsNullOrEmpty(" + id + ") ? " + R + "Ids.NewText(IdPrefix) : " + id,
        PropertyKind.Guid => id + " == default ? " + R + "Ids.NewGuid() : " + id,
        _ => id,
    };
}
