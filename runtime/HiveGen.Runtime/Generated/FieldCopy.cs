using System.Text.Json;
using System.Text.Json.Nodes;

namespace HiveGen.Generated;

/// <summary>Copies of values for another record.</summary>
internal static class FieldCopy
{
    /// <summary>The value as it stands, in a copy of its own where it can be changed from outside.</summary>
    public static FieldValue Of(GeneratedField field, in FieldValue value) => value.IsNull ? value : field.Kind switch
    {
        FieldKind.Blob => FieldValue.OfBlob((byte[])value.Blob!.Clone()),
        FieldKind.JsonNode => FieldValue.OfObject(((JsonNode)value.Object!).DeepClone()),
        FieldKind.Json => field.Type!.Copy(in value),
        _ => value,
    };

    /// <summary>The value as it will be read back: a copy, and no finer than what is stored.</summary>
    public static FieldValue Stored(GeneratedField field, in FieldValue value, string model) => value.IsNull ? value : field.Kind switch
    {
        FieldKind.Single => FieldValue.OfSingle((float)(value.Single + 0f)), // SQLite knows no negative zero
        FieldKind.Double => FieldValue.OfDouble(value.Double + 0d),
        FieldKind.Decimal => FieldValue.OfDecimal(Scaled.Read(Scaled.Write(value.Decimal, field.Places), field.Places)),
        FieldKind.DateTime => FieldValue.OfDateTime(UnixMicros.ReadDateTime(UnixMicros.Write(value.DateTime))),
        FieldKind.DateTimeOffset => FieldValue.OfDateTimeOffset(UnixMicros.ReadDateTimeOffset(UnixMicros.Write(value.DateTimeOffset))),
        FieldKind.TimeOnly => FieldValue.OfTimeOnly(UnixMicros.ReadTimeOnly(UnixMicros.Write(value.TimeOnly))),
        FieldKind.TimeSpan => FieldValue.OfTimeSpan(UnixMicros.ReadTimeSpan(UnixMicros.Write(value.TimeSpan))),
        FieldKind.JsonElement => FieldValue.OfJson(((JsonElement)value.Object!).Clone()),
        FieldKind.Json => field.Type!.Normalise(in value, model, field.Property),
        _ => Of(field, in value),
    };
}
