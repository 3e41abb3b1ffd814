using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The schema class of a model: what the runtime must be told of it, and the way to the properties of its records.</summary>
internal static class SchemaPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model, EmitContext context)
    {
        w.Blank();
        w.Summary("The table of this model as SQL, and the way between its rows and records.");
        w.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        w.Open($"public sealed class Schema : {R}Generated.GeneratedModel<{model.Type.FullName}>");
        w.Summary("The table.");
        w.Literal("public const string CreateTableSql = ", TableSql.Create(model), ";");
        EmitConstructor(w, model, context);
        EmitFields(w, model);
        CodecPart.Emit(w, model);
        w.Summary("The schema.");
        w.Line("public static Schema Instance { get; } = new();");
        AccessPart.Emit(w, model);
        MakePart.Emit(w, model);
        EnumPart.Emit(w, model);
        w.Close();
    }

    private static void EmitConstructor(CodeWriter w, ModelSpec model, EmitContext context)
    {
        string prefix = model.Id.Kind == PropertyKind.Text ? Literal.Text(model.Prefix) : "null";
        w.Blank();
        w.Open($"private Schema() : base({Literal.Text(model.Type.Name)}, {Literal.Text(model.Table)}, CreateTableSql, {Literal.Bool(model.IsSynced)}, {prefix}, Describe(new {R}Generated.FieldList()))");
        if (model.IsSynced)
        {
            SyncModelPart.Create(w, model, context);
        }

        foreach (string former in model.Former)
        {
            w.Line($"AddFormerTable(\"{former}\");");
        }

        foreach (PropertySpec p in model.Properties)
        {
            if (p.Link is { } link)
            {
                w.Line($"AddLink(\"{Columns.Name(p)}\", \"{link.Table}\", {R}LinkAction.{link.OnDelete});");
            }
        }

        foreach ((KeySpec key, string name, string sql) in TableSql.Indexes(model))
        {
            string unique = "";
            foreach (int column in key.Properties)
            {
                unique += key.IsUnique ? ", " + Columns.Number(column) : "";
            }

            w.Line($"{(key.IsUnique ? "AddUnique" : "AddIndex")}(\"{name}\", {Literal.Text(sql)}{unique});");
        }

        w.Close();
    }

    private static void EmitFields(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        w.Open($"private static {R}Generated.FieldList Describe({R}Generated.FieldList f)");
        foreach (PropertySpec p in model.Properties)
        {
            FieldPart.Emit(w, model, p);
        }

        w.Line("return f;");
        w.Close();
    }
}
