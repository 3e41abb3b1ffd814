using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>How the PostgreSQL target stores a model.</summary>
internal static class PostgresMapPart
{
    private const string R = "global::HiveGen.";

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        List<PropertySpec> fields = SyncFields.Of(model);
        w.Blank();
        w.Summary($"How the PostgreSQL target stores {Literal.Xml(model.Type.Name)}.");
        w.Open($"internal sealed class {model.Type.Name}PostgresMap : {R}Adapters.Postgres.PostgresMap");
        w.Literal("private const string InsertSql = ", PostgresMapSql.Insert(model, fields), ";");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Line("public override string Insert => InsertSql;");
        w.Blank();
        w.Line("/// <inheritdoc/>");
        w.Literal("public override string Upsert => InsertSql + \"\\n\" + ", PostgresMapSql.OnConflict(fields), ";");
        w.Blank();
        foreach ((string name, string sql) in PostgresMapSql.Texts(model, fields))
        {
            w.Line("/// <inheritdoc/>");
            w.Literal($"public override string {name} => ", sql, ";");
            w.Blank();
        }

        w.Line("/// <inheritdoc/>");
        w.Line($"public override global::System.Collections.Generic.IReadOnlyList<{R}SchemaObject> Columns {{ get; }} =");
        w.Line("[");
        w.Indent();
        for (int i = 1; i < fields.Count; i++)
        {
            w.Line($"new(\"{Columns.Name(fields[i])}\", {Literal.Text(PostgresMapSql.Definition(fields[i]))}),");
        }

        w.Close("];");
        w.Close();
    }
}
