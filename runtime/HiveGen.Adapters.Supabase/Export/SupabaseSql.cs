using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase.Export;

/// <summary>Names, types and expressions of a model's columns in PostgreSQL.</summary>
internal static class SupabaseSql
{
    /// <summary>An identifier.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A text.</summary>
    public static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A model's table.</summary>
    public static string Table(SyncModel model) => "public." + Quote(model.Name);

    /// <summary>One of a model's own functions.</summary>
    public static string Function(string prefix, SyncModel model) => "public." + Quote(prefix + model.Name);

    /// <summary>The type of a column. Whole numbers have one, so that a wider property needs no other column.</summary>
    public static string Type(SyncField field) => field.Type switch
    {
        SyncType.Bool => "boolean",
        SyncType.Int32 or SyncType.Int64 => "bigint",
        SyncType.Double => "double precision",
        SyncType.Decimal => string.Create(CultureInfo.InvariantCulture, $"numeric(19,{field.Scale})"),
        SyncType.Timestamp => "timestamptz",
        SyncType.Date => "date",
        SyncType.Time => "time",
        SyncType.Duration => "interval",
        SyncType.Guid => "uuid",
        SyncType.Blob => "bytea",
        SyncType.Json => "jsonb",
        _ => "text",
    };

    /// <summary>The type of a column as PostgreSQL's <c>format_type</c> spells it.</summary>
    public static string FormattedType(SyncField field) => field.Type switch
    {
        SyncType.Timestamp => "timestamp with time zone",
        SyncType.Time => "time without time zone",
        _ => Type(field),
    };

    /// <summary>The type in which a field comes out of the argument.</summary>
    public static string Incoming(SyncField field) => field.Type switch
    {
        SyncType.Blob or SyncType.Json => "text",
        SyncType.Duration => "bigint",
        _ => Type(field),
    };

    /// <summary>What is stored of an incoming field.</summary>
    public static string Store(SyncField field, string value) => field.Type switch
    {
        SyncType.Blob => $"pg_catalog.decode({value}, 'base64')",
        SyncType.Json => value + "::jsonb",
        // In two parts: a product of an interval goes through a double.
        SyncType.Duration => $"pg_catalog.make_interval(hours => ({value} / 3600000000)::integer) + ({value} % 3600000000) * interval '1 microsecond'",
        _ => value,
    };

    /// <summary>A stored field as a text that keeps all of it, whatever the session's settings are.</summary>
    public static string Load(SyncField field, string column) => field.Type switch
    {
        // Another program may have written infinity, which is no number of microseconds.
        SyncType.Timestamp => $"case when pg_catalog.isfinite({column}) then (extract(epoch from {column}) * 1000000)::bigint::text else {column}::text end",
        SyncType.Time or SyncType.Duration => $"(extract(epoch from {column}) * 1000000)::bigint::text",
        SyncType.Date => $"pg_catalog.to_char({column}, 'YYYY-MM-DD')",
        SyncType.Blob => $"pg_catalog.encode({column}, 'hex')",
        _ => column + "::text",
    };

    /// <summary>The fields of a model, from one on, each made into text and joined by commas.</summary>
    public static string List(SyncModel model, Func<SyncField, string> text, int first = 0, string separator = ", ")
        => string.Join(separator, model.Fields.Skip(first).Select(text));
}
