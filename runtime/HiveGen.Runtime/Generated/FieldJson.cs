using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>The JSON property of a field of a generated DTO.</summary>
internal static class FieldJson
{
    public static JsonPropertyInfo Property<T>(HiveJsonProperties<T> properties, GeneratedField field, int index)
        where T : GeneratedSyncRecord
        => field.Kind switch
        {
            FieldKind.Text => properties.Of<string?>(field.Property, field.Name, r => r.Field(index).Text, (r, v) => r.Give(index, FieldValue.Of((object?)v)), field.IsNullable, rules: FieldAttributes.Of(field)),
            FieldKind.Blob => properties.Of<byte[]?>(field.Property, field.Name, r => r.Field(index).Blob, (r, v) => r.Give(index, FieldValue.Of((object?)v)), field.IsNullable, rules: FieldAttributes.Of(field)),
            FieldKind.Json or FieldKind.JsonNode or FieldKind.JsonElement => properties.Of<JsonElement?>(
                field.Property,
                field.Name,
                r => r.Field(index).Json,
                (r, v) => r.Give(index, FieldValue.Of((object?)v)),
                field.IsNullable,
                converter: field.Kind == FieldKind.JsonElement && !field.IsNullable ? HiveConverters.WireJson : null,
                rules: FieldAttributes.Of(field)),
            FieldKind.Bool => Value<T, bool>(properties, field, index),
            FieldKind.Byte => Value<T, byte>(properties, field, index),
            FieldKind.SByte => Value<T, sbyte>(properties, field, index),
            FieldKind.Int16 => Value<T, short>(properties, field, index),
            FieldKind.UInt16 => Value<T, ushort>(properties, field, index),
            FieldKind.Int32 => Value<T, int>(properties, field, index),
            FieldKind.UInt32 => Value<T, uint>(properties, field, index),
            FieldKind.Int64 => Value<T, long>(properties, field, index),
            FieldKind.UInt64 => Value<T, ulong>(properties, field, index),
            FieldKind.Single => Value<T, float>(properties, field, index),
            FieldKind.Double => Value<T, double>(properties, field, index),
            FieldKind.Decimal => Value<T, decimal>(properties, field, index),
            FieldKind.DateTime => Value(properties, field, index, HiveConverters.WireDateTime),
            FieldKind.DateTimeOffset => Value(properties, field, index, HiveConverters.WireDateTimeOffset),
            FieldKind.DateOnly => Value<T, DateOnly>(properties, field, index),
            FieldKind.TimeOnly => Value<T, TimeOnly>(properties, field, index),
            FieldKind.TimeSpan => Value(properties, field, index, HiveConverters.NullableDuration),
            FieldKind.Guid => Value<T, Guid>(properties, field, index),
            _ => field.Type!.Property(properties, field, index),
        };

    public static JsonPropertyInfo Value<TRecord, T>(HiveJsonProperties<TRecord> properties, GeneratedField field, int index, JsonConverter<T?>? converter = null)
        where TRecord : GeneratedSyncRecord
        where T : unmanaged
        => properties.Of<T?>(field.Property, field.Name, r => r.Field(index).Get<T>(), (r, v) => r.Give(index, FieldValue.Of<T>(v)), field.IsNullable, converter: converter, rules: FieldAttributes.Of(field));
}
