using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso.Hrana;

/// <summary>A row of an answer, whose values are typed as the Hive itself stores them. One reader at a time.</summary>
internal sealed class HranaRow : FieldSource
{
    private JsonElement row;

    /// <summary>Reads this row from here on.</summary>
    public HranaRow On(JsonElement next)
    {
        row = next;
        return this;
    }

    /// <summary>An integer that is there.</summary>
    public long Integer(int column) => Int64(column) ?? throw Strange(column);

    /// <summary>A text that is there.</summary>
    public string String(int column) => Text(column) ?? throw Strange(column);

    /// <summary>An id.</summary>
    public SqlValue Id(int column) => IsA(row[column], "integer"u8) ? SqlValue.From(Integer(column)) : SqlValue.From(String(column));

    public override string? Text(int field) => Some(field) is not { } value ? null : IsA(value, "text"u8) ? value.GetProperty("value"u8).GetString() : throw Strange(field);

    public override bool? Bool(int field) => Int64(field) is { } value ? value != 0 : null;

    public override long? Int64(int field) => Some(field) is not { } value ? null
        : IsA(value, "integer"u8) ? long.Parse(value.GetProperty("value"u8).GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : throw Strange(field);

    public override double? Double(int field) => Some(field) is not { } value ? null : IsA(value, "float"u8) ? value.GetProperty("value"u8).GetDouble() : throw Strange(field);

    public override decimal? Decimal(int field, int scale) => Int64(field) is { } units ? Scaled.Read(units, scale) : null;

    public override long? Timestamp(int field) => Int64(field);

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Int64(field);

    public override long? Duration(int field) => Int64(field);

    public override Guid? Guid(int field) => Text(field) is { } text ? System.Guid.Parse(text) : null;

    public override byte[]? Blob(int field) => Some(field) is not { } value ? null : IsA(value, "blob"u8) ? Bytes(value.GetProperty("base64"u8).GetString()!) : throw Strange(field);

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Text(field) is { } text ? JsonElement.Parse(text) : null;

    // Servers leave the padding out.
    private static byte[] Bytes(string base64) => Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));

    private static bool IsA(JsonElement value, ReadOnlySpan<byte> type) => value.GetProperty("type"u8).ValueEquals(type);

    private static FormatException Strange(int column) => new($"Column {column} is of another type than was stored.");

    private JsonElement? Some(int field)
    {
        JsonElement value = row[field];
        return IsA(value, "null"u8) ? null : value;
    }
}
