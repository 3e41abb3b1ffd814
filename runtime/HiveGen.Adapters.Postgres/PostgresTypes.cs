using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>The types of columns, as PostgreSQL's <c>format_type</c> spells them.</summary>
internal static class PostgresTypes
{
    private const string MicrosecondsAreWritten = "(6)";

    /// <summary>The type of a field's column.</summary>
    public static string Of(SyncField field) => field.Type switch
    {
        SyncType.Bool => "boolean",
        SyncType.Int32 => "integer",
        SyncType.Int64 => "bigint",
        SyncType.Double => "double precision",
        SyncType.Decimal => string.Create(CultureInfo.InvariantCulture, $"numeric(19,{field.Scale})"),
        SyncType.Timestamp => "timestamp with time zone",
        SyncType.Date => "date",
        SyncType.Time => "time without time zone",
        SyncType.Duration => "interval",
        SyncType.Guid => "uuid",
        SyncType.Blob => "bytea",
        SyncType.Json => "jsonb",
        _ => "text",
    };

    /// <summary>Whether a column of the type <paramref name="found"/>, which somebody else may have made, takes all values of the type <paramref name="wanted"/>.</summary>
    public static bool Fits(string wanted, string found) => found.Replace(MicrosecondsAreWritten, "", StringComparison.Ordinal) == wanted || wanted switch
    {
        "text" => found == "citext" || found.StartsWith("character varying", StringComparison.Ordinal),
        "integer" => found == "bigint",
        "jsonb" => found == "json",
        _ => found == "numeric" && wanted.StartsWith("numeric(", StringComparison.Ordinal), // of any number of digits
    };
}
