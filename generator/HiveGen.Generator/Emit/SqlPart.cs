using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>The SQL of a model as constants, and the codecs and statements made once.</summary>
internal static class SqlPart
{
    private const string R = "global::HiveGen.";
    private const string Prepared = "internal static readonly global::HiveGen.Storage.PreparedSql ";

    public static IReadOnlyList<(string Constant, string Summary, string Name, string Sql)> Triggers(ModelSpec model)
        => model.IsSynced ? CaptureSql.Triggers(model) : [];

    public static void Emit(CodeWriter w, ModelSpec model)
    {
        w.Summary("The table.");
        w.Literal("public const string CreateTableSql = ", TableSql.Create(model), ";");
        foreach ((string constant, string summary, _, string sql) in Triggers(model))
        {
            w.Blank();
            w.Summary(summary);
            w.Literal($"public const string {constant}Sql = ", sql, ";");
        }

        if (model.Id.Kind == PropertyKind.Text)
        {
            w.Blank();
            w.Line($"private const string IdPrefix = {Literal.Text(model.Prefix)};");
        }

        EmitCodecs(w, model);
        EmitStatements(w, model);
        w.Blank();
        w.Line("internal static readonly Columns Tokens = new();");
        w.Blank();
        w.Summary("The schema.");
        w.Line("public static Schema Instance { get; } = new();");
    }

    private static void EmitCodecs(CodeWriter w, ModelSpec model)
    {
        w.Blank();
        foreach (PropertySpec p in model.Properties)
        {
            if (p.Kind == PropertyKind.Json)
            {
                w.Line($"internal static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{p.Type}> {p.Name}Json = {R}Json.JsonText.Info<{p.Type}>({p.Context}.Default);");
            }

            if (Values.HasOwnCodec(p))
            {
                w.Line($"internal static readonly {R}Codec<{Kinds.ValueTypeOrNull(p)}> {p.Name}Codec = {Values.MakeCodec(model, p)};");
            }
        }
    }

    private static void EmitStatements(CodeWriter w, ModelSpec model)
    {
        string columns = Columns.List(model, syncedOnly: false);
        w.Blank();
        w.Literal("private const string SelectSql = ", "SELECT " + columns + " FROM \"" + model.Table + "\" ", ";");
        w.Blank();
        w.Literal(Prepared + "InsertSql = new(", "INSERT INTO \"" + model.Table + "\" (" + columns + ")\nVALUES (" + Columns.Parameters(1, model.Properties.Count) + ")", ");");
        w.Line($"{Prepared}SelectByIdSql = new(SelectSql + \"WHERE \\\"id\\\" = ?1\");");
        w.Literal(Prepared + "DeleteByIdSql = new(", "DELETE FROM \"" + model.Table + "\" WHERE \"id\" = ?1", ");");
        foreach (KeySpec key in model.Keys)
        {
            if (!key.IsUnique)
            {
                continue;
            }

            string where = "WHERE ";
            for (int i = 0; i < key.Properties.Count; i++)
            {
                where += (i == 0 ? "" : " AND ") + Columns.Quoted(model.Properties[key.Properties[i]]) + " = ?" + Columns.Number(i + 1);
            }

            w.Literal(Prepared + "SelectBy" + RecordsPart.KeyName(model, key) + "Sql = new(SelectSql + ", where, ");");
        }
    }
}
