namespace HiveGen.Benchmarks.Measuring;

/// <summary>The columns' headings.</summary>
internal static class Names
{
    public const string Hive = "HiveGen";

    public const string Raw = "SQLitePCLRaw";

    public const string Ado = "Microsoft.Data.Sqlite";

    public const string Dapper = "Dapper";

    public const string Ef = "EF Core";

    public const string Bare = "a bare transform";

    public const string Stj = "System.Text.Json's generator";
}
