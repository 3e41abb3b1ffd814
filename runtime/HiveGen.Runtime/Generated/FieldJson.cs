using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>The JSON property of a field of a generated DTO.</summary>
internal static class FieldJson
{
    public static JsonPropertyInfo Property<T>(HiveJsonProperties<T> properties, GeneratedField field, FieldSlot slot)
        where T : GeneratedSyncRecord
        => field.Kind switch
        {
            FieldKind.Text => Reference<T, string>(properties, field, slot),
            FieldKind.Blob => Reference<T, byte[]>(properties, field, slot),
            FieldKind.Json or FieldKind.JsonNode or FieldKind.JsonElement => Json(properties, field, (JsonSlot)slot),
            FieldKind.Bool => Value<T, bool>(properties, field, slot),
            FieldKind.Byte => Value<T, byte>(properties, field, slot),
            FieldKind.SByte => Value<T, sbyte>(properties, field, slot),
            FieldKind.Int16 => Value<T, short>(properties, field, slot),
            FieldKind.UInt16 => Value<T, ushort>(properties, field, slot),
            FieldKind.Int32 => Value<T, int>(properties, field, slot),
            FieldKind.UInt32 => Value<T, uint>(properties, field, slot),
            FieldKind.Int64 => Value<T, long>(properties, field, slot),
            FieldKind.UInt64 => Value<T, ulong>(properties, field, slot),
            FieldKind.Single => Value<T, float>(properties, field, slot),
            FieldKind.Double => Value<T, double>(properties, field, slot),
            FieldKind.Decimal => Value<T, decimal>(properties, field, slot),
            FieldKind.DateTime => Value(properties, field, slot, HiveConverters.WireDateTime),
            FieldKind.DateTimeOffset => Value(properties, field, slot, HiveConverters.WireDateTimeOffset),
            FieldKind.DateOnly => Value<T, DateOnly>(properties, field, slot),
            FieldKind.TimeOnly => Value<T, TimeOnly>(properties, field, slot),
            FieldKind.TimeSpan => Value(properties, field, slot, HiveConverters.NullableDuration),
            FieldKind.Guid => Value<T, Guid>(properties, field, slot),
            _ => field.Type!.Property(properties, field, slot),
        };

    public static JsonPropertyInfo Value<TRecord, T>(HiveJsonProperties<TRecord> properties, GeneratedField field, FieldSlot slot, JsonConverter<T?>? converter = null)
        where TRecord : GeneratedSyncRecord
        where T : unmanaged
    {
        ValueSlot<T> place = (ValueSlot<T>)slot;
        return properties.Of<T?>(field.Property, field.Name, r => place.In(r).Value, (r, v) => place.In(r) = v, field.IsNullable, converter: converter, rules: FieldAttributes.Of(field));
    }

    private static JsonPropertyInfo Reference<TRecord, T>(HiveJsonProperties<TRecord> properties, GeneratedField field, FieldSlot slot)
        where TRecord : GeneratedSyncRecord
        where T : class
    {
        ReferenceSlot<T> place = (ReferenceSlot<T>)slot;
        return properties.Of<T?>(field.Property, field.Name, r => place.In(r).Value, (r, v) => place.In(r) = v, field.IsNullable, rules: FieldAttributes.Of(field));
    }

    private static JsonPropertyInfo Json<TRecord>(HiveJsonProperties<TRecord> properties, GeneratedField field, JsonSlot slot)
        where TRecord : GeneratedSyncRecord
        => properties.Of<JsonElement?>(
            field.Property,
            field.Name,
            r => slot.In(r).Value,
            (r, v) => slot.In(r) = v,
            field.IsNullable,
            converter: field.Kind == FieldKind.JsonElement && !field.IsNullable ? HiveConverters.WireJson : null,
            rules: FieldAttributes.Of(field));
}
