using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>The fields of a document as the function <c>rows</c> gives it. What a document does not have is null.</summary>
internal sealed class ConvexSource(SyncModel model) : FieldSource
{
    private readonly IReadOnlyList<string> names = ConvexNames.Of(model).Fields;

    /// <summary>The document whose fields are given.</summary>
    public JsonElement Row { get; set; }

    /// <summary>Its id, as the wire spells it.</summary>
    public string RecordId => Row.GetProperty(ConvexNames.Id).GetString()!;

    public override string? Text(int field) => Find(field) is { } value ? value.GetString() : null;

    public override bool? Bool(int field) => Find(field) is { } value ? value.GetBoolean() : null;

    public override long? Int64(int field) => Find(field) is not { } value ? null
        : field == 0 ? long.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : ConvexValues.ReadInt64(value);

    public override double? Double(int field) => Find(field) is { } value ? ConvexValues.ReadDouble(value) : null;

    public override decimal? Decimal(int field, int scale) => Text(field) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public override long? Timestamp(int field)
        => Text(field) is { } text ? UnixMicros.Write(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)) : null;

    public override DateOnly? Date(int field) => Text(field) is { } text ? IsoDate.Read(text) : null;

    public override long? Time(int field) => Text(field) is { } text ? UnixMicros.Write(TimeOnly.Parse(text, CultureInfo.InvariantCulture)) : null;

    public override long? Duration(int field) => Find(field) is { } value ? ConvexValues.ReadInt64(value) : null;

    public override Guid? Guid(int field) => Text(field) is { } text ? System.Guid.Parse(text) : null;

    public override byte[]? Blob(int field) => Find(field) is { } value ? ConvexValues.ReadBytes(value) : null;

    public override string? Enum(int field) => Text(field);

    public override JsonElement? Json(int field) => Text(field) is { } text ? JsonElement.Parse(text) : null;

    private JsonElement? Find(int field) => Row.TryGetProperty(names[field], out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
