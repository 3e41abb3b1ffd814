using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>The fields of a row as <c>hive_rows</c> gives them: an array of texts, the bookkeeping first.</summary>
internal sealed class SupabaseSource : FieldSource
{
    /// <summary>Before the fields: version, ghost.</summary>
    private const int First = 2;

    private JsonElement row;

    /// <summary>The row whose fields are given.</summary>
    public JsonElement Row
    {
        set => row = value;
    }

    /// <summary>Its version.</summary>
    public long Version => long.Parse(row[0].GetString()!, CultureInfo.InvariantCulture);

    /// <summary>Whether it is a ghost.</summary>
    public bool Deleted => row[1].ValueEquals("true"u8);

    public override string? Text(int field) => row[First + field].GetString();

    public override bool? Bool(int field) => Text(field) is { } text ? text == "true" : null;

    public override long? Int64(int field) => Text(field) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public override double? Double(int field) => Text(field) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public override decimal? Decimal(int field, int scale) => Text(field) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public override long? Timestamp(int field) => Int64(field);

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Int64(field);

    public override long? Duration(int field) => Int64(field);

    public override Guid? Guid(int field) => Text(field) is { } text ? System.Guid.Parse(text) : null;

    public override byte[]? Blob(int field) => Text(field) is { } text ? Convert.FromHexString(text) : null;

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Text(field) is { } text ? JsonElement.Parse(text) : null;
}
