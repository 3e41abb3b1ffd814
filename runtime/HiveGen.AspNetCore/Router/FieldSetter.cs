using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>
/// Gives a DTO one field straight from the reader, for the types that need no converter; the others go through the generated metadata.
/// Immutable and thread-safe.
/// </summary>
internal sealed class FieldSetter
{
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly Action<object, object?> set;
    private readonly TypeCode code;
    private readonly bool isGuid, isInstant;

    public FieldSetter(JsonPropertyInfo property, SyncType type)
    {
        set = property.Set!;
        Type clr = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        code = clr.IsEnum ? TypeCode.Object : Type.GetTypeCode(clr);
        isGuid = clr == typeof(Guid);
        isInstant = clr == typeof(DateTimeOffset);
        IsDirect = type switch
        {
            SyncType.Text => code == TypeCode.String,
            SyncType.Bool => code == TypeCode.Boolean,
            SyncType.Int32 or SyncType.Int64 => code is >= TypeCode.SByte and <= TypeCode.UInt64,
            SyncType.Double => code is TypeCode.Double or TypeCode.Single,
            SyncType.Decimal => code == TypeCode.Decimal,
            SyncType.Timestamp => code == TypeCode.DateTime || isInstant,
            SyncType.Guid => isGuid,
            SyncType.Blob => clr == typeof(byte[]),
            _ => false,
        };
    }

    /// <summary>Whether no converter is needed.</summary>
    public bool IsDirect { get; }

    /// <summary>Sets what the reader stands on, which is of the field's type on the wire; false when the property cannot hold it.</summary>
    public bool TrySet(ref Utf8JsonReader reader, SyncRecord record)
    {
        object? value = reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);
        if (value is null && reader.TokenType != JsonTokenType.Null)
        {
            return false;
        }

        set(record, value);
        return true;
    }

    private object? Read(ref Utf8JsonReader reader) => code switch
    {
        TypeCode.String => reader.GetString(),
        TypeCode.Boolean => reader.GetBoolean() ? True : False,
        TypeCode.SByte => reader.TryGetSByte(out sbyte value) ? value : null,
        TypeCode.Byte => reader.TryGetByte(out byte value) ? value : null,
        TypeCode.Int16 => reader.TryGetInt16(out short value) ? value : null,
        TypeCode.UInt16 => reader.TryGetUInt16(out ushort value) ? value : null,
        TypeCode.Int32 => reader.TryGetInt32(out int value) ? value : null,
        TypeCode.UInt32 => reader.TryGetUInt32(out uint value) ? value : null,
        TypeCode.Int64 => reader.TryGetInt64(out long value) ? value : null,
        TypeCode.UInt64 => reader.TryGetUInt64(out ulong value) ? value : null,
        TypeCode.Single => reader.TryGetSingle(out float value) && float.IsFinite(value) ? value : null,
        TypeCode.Double => reader.TryGetDouble(out double value) && double.IsFinite(value) ? value : null,
        TypeCode.Decimal => reader.TryGetDecimal(out decimal value) ? value : null,
        TypeCode.DateTime => FieldValue.TimeOf(ref reader),
        _ => isInstant ? new DateTimeOffset(FieldValue.TimeOf(ref reader))
            : isGuid ? (reader.TryGetGuid(out Guid guid) ? guid : null)
            : reader.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : null,
    };
}
