using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>Names in SQL.</summary>
internal static class PostgresNames
{
    // PostgreSQL cuts the rest off with no more than a notice, and what was asked for is then not to be found.
    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
    private const int Longest = 63;

    /// <summary>The name as a quoted identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>The view of a table's live rows.</summary>
    public static string View(string table) => table + "_live";

    /// <summary>Says which name of a model is too long; null if none is.</summary>
    public static string? TooLong(SyncModel model)
        => Encoding.UTF8.GetByteCount(View(model.Name)) > Longest ? $"The table \"{model.Name}\" has too long a name for PostgreSQL: its view \"{View(model.Name)}\" may have {Longest} bytes. Give the model a shorter Sync."
            : model.Fields.FirstOrDefault(static field => Encoding.UTF8.GetByteCount(field.Column) > Longest) is { } field ? $"The column \"{field.Column}\" of \"{model.Name}\" has too long a name for PostgreSQL, which takes {Longest} bytes. Give the property a shorter one."
            : null;
}
