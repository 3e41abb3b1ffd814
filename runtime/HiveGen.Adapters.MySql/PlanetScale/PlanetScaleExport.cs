using HiveGen.Export;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>The tables and views of a PlanetScale target, for a deploy request: a branch with safe migrations takes no DDL from the target itself.</summary>
internal sealed class PlanetScaleExport : IHiveExport
{
    public string Name => "planetscale";

    public string Description => "PlanetScale: the tables and views of a target, for a deploy request";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema) => [new ExportFile("planetscale.sql", MySqlExport.Write(schema, Remark))];

    // Vitess runs no DDL that depends on something: whoever reads the file picks the lines that he needs.
    private static string Remark(string table, SchemaObject column, string statement) => $"-- where {column.Name} is missing: {statement};\n";
}
