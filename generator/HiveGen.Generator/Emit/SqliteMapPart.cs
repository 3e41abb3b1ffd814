using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>How the SQLite target stores a model.</summary>
internal static class SqliteMapPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        w.Blank();
        w.Summary($"How the SQLite target stores {Literal.Xml(model.Type.Name)}.");
        w.Open($"internal sealed class {model.Type.Name}SqliteMap : {R}Adapters.Sqlite.SqliteMap");
        bool isFirst = true;
        foreach ((string name, string sql) in SqliteMapSql.Texts(model, fields))
        {
            if (!isFirst)
            {
                w.Blank();
            }

            isFirst = false;
            w.Line("/// <inheritdoc/>");
            w.Literal($"public override string {name} => ", sql, ";");
        }

        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::System.Collections.Generic.IReadOnlyList<{R}SchemaObject> Columns {{ get; }} =");
        w.Line("[");
        w.Indent();
        for (int i = 1; i < fields.Count; i++)
        {
            w.Line($"new(\"{Columns.Name(fields[i])}\", {Literal.Text(SqliteMapSql.Definition(fields[i]))}),");
        }

        w.Close("];");
        foreach ((string name, string sql) in SqliteMapSql.Statements(model, fields))
        {
            w.Blank();
            w.Line("/// <inheritdoc/>");
            w.Literal($"public override {R}Storage.PreparedSql {name} {{ get; }} = new(", sql, ");");
        }

        EmitBind(w, model, fields);
        w.Close();
    }

    private static void EmitBind(CodeWriter w, ModelSpec model, List<PropertySpec> fields)
    {
        string dto = model.Type.Beside("Sync");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Open($"public override void Bind({R}Storage.Statement statement, {R}Targets.SyncRecord record)");
        w.Line($"{dto} r = ({dto})record;");
        for (int i = 0; i < fields.Count; i++)
        {
            PropertySpec p = fields[i];
            string index = Columns.Number(i + 1);
            string name = "r." + CSharpNames.Escape(p.Name) + ".Value";
            if (Kinds.IsWireReference(p))
            {
                w.Line($"statement.{Values.Bind(p)}({index}, {name});");
                continue;
            }

            string some = "some" + p.Name;
            string value = Kinds.IsJson(p) ? some + ".GetRawText()"
                : p.Kind == PropertyKind.Enum ? model.Type.FullName + "." + Values.Store(model, p, some)
                : Values.StorePlain(p, some);
            w.Line($"if ({name} is {{ }} {some}) statement.{Values.Bind(p)}({index}, {value});");
            w.Line($"else statement.BindNull({index});");
        }

        w.Close();
    }
}
