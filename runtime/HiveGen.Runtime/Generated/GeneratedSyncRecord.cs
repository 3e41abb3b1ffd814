using System.ComponentModel;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>
/// The base of generated DTOs, which give each field its typed property. The values lie here, so that what is done with every field
/// is done by <see cref="GeneratedSyncModel{TRecord}"/> over its list of fields and is compiled into no app. Each kind has a pair of methods of
/// its own name: to bind such a call costs the app's compiler half of what a generic or an overloaded one does. Not thread-safe.
/// </summary>
/// <param name="fields">How many fields the model has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedSyncRecord(int fields) : SyncRecord
{
    private readonly FieldValue[] values = new FieldValue[fields];

    /// <summary>Reads a field of <see cref="FieldKind.Text"/>.</summary>
    protected string? GetText(int field) => values[field].Text;

    /// <summary>Gives a field of <see cref="FieldKind.Text"/>.</summary>
    protected void GiveText(int field, string? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of <see cref="FieldKind.Blob"/>.</summary>
    protected byte[]? GetBlob(int field) => values[field].Blob;

    /// <summary>Gives a field of <see cref="FieldKind.Blob"/>.</summary>
    protected void GiveBlob(int field, byte[]? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of JSON.</summary>
    protected JsonElement? GetJson(int field) => values[field].Json;

    /// <summary>Gives a field of JSON.</summary>
    protected void GiveJson(int field, JsonElement? value) => Give(field, FieldValue.Of((object?)value));

    /// <summary>Reads a field of <see cref="FieldKind.Bool"/>.</summary>
    protected bool? GetBool(int field) => values[field].Get<bool>();

    /// <summary>Gives a field of <see cref="FieldKind.Bool"/>.</summary>
    protected void GiveBool(int field, bool? value) => Give(field, FieldValue.Of<bool>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Byte"/>.</summary>
    protected byte? GetByte(int field) => values[field].Get<byte>();

    /// <summary>Gives a field of <see cref="FieldKind.Byte"/>.</summary>
    protected void GiveByte(int field, byte? value) => Give(field, FieldValue.Of<byte>(value));

    /// <summary>Reads a field of <see cref="FieldKind.SByte"/>.</summary>
    protected sbyte? GetSByte(int field) => values[field].Get<sbyte>();

    /// <summary>Gives a field of <see cref="FieldKind.SByte"/>.</summary>
    protected void GiveSByte(int field, sbyte? value) => Give(field, FieldValue.Of<sbyte>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Int16"/>.</summary>
    protected short? GetInt16(int field) => values[field].Get<short>();

    /// <summary>Gives a field of <see cref="FieldKind.Int16"/>.</summary>
    protected void GiveInt16(int field, short? value) => Give(field, FieldValue.Of<short>(value));

    /// <summary>Reads a field of <see cref="FieldKind.UInt16"/>.</summary>
    protected ushort? GetUInt16(int field) => values[field].Get<ushort>();

    /// <summary>Gives a field of <see cref="FieldKind.UInt16"/>.</summary>
    protected void GiveUInt16(int field, ushort? value) => Give(field, FieldValue.Of<ushort>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Int32"/>.</summary>
    protected int? GetInt32(int field) => values[field].Get<int>();

    /// <summary>Gives a field of <see cref="FieldKind.Int32"/>.</summary>
    protected void GiveInt32(int field, int? value) => Give(field, FieldValue.Of<int>(value));

    /// <summary>Reads a field of <see cref="FieldKind.UInt32"/>.</summary>
    protected uint? GetUInt32(int field) => values[field].Get<uint>();

    /// <summary>Gives a field of <see cref="FieldKind.UInt32"/>.</summary>
    protected void GiveUInt32(int field, uint? value) => Give(field, FieldValue.Of<uint>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Int64"/>.</summary>
    protected long? GetInt64(int field) => values[field].Get<long>();

    /// <summary>Gives a field of <see cref="FieldKind.Int64"/>.</summary>
    protected void GiveInt64(int field, long? value) => Give(field, FieldValue.Of<long>(value));

    /// <summary>Reads a field of <see cref="FieldKind.UInt64"/>.</summary>
    protected ulong? GetUInt64(int field) => values[field].Get<ulong>();

    /// <summary>Gives a field of <see cref="FieldKind.UInt64"/>.</summary>
    protected void GiveUInt64(int field, ulong? value) => Give(field, FieldValue.Of<ulong>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Single"/>.</summary>
    protected float? GetSingle(int field) => values[field].Get<float>();

    /// <summary>Gives a field of <see cref="FieldKind.Single"/>.</summary>
    protected void GiveSingle(int field, float? value) => Give(field, FieldValue.Of<float>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Double"/>.</summary>
    protected double? GetDouble(int field) => values[field].Get<double>();

    /// <summary>Gives a field of <see cref="FieldKind.Double"/>.</summary>
    protected void GiveDouble(int field, double? value) => Give(field, FieldValue.Of<double>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Decimal"/>.</summary>
    protected decimal? GetDecimal(int field) => values[field].Get<decimal>();

    /// <summary>Gives a field of <see cref="FieldKind.Decimal"/>.</summary>
    protected void GiveDecimal(int field, decimal? value) => Give(field, FieldValue.Of<decimal>(value));

    /// <summary>Reads a field of <see cref="FieldKind.DateTime"/>.</summary>
    protected DateTime? GetDateTime(int field) => values[field].Get<DateTime>();

    /// <summary>Gives a field of <see cref="FieldKind.DateTime"/>.</summary>
    protected void GiveDateTime(int field, DateTime? value) => Give(field, FieldValue.Of<DateTime>(value));

    /// <summary>Reads a field of <see cref="FieldKind.DateTimeOffset"/>.</summary>
    protected DateTimeOffset? GetDateTimeOffset(int field) => values[field].Get<DateTimeOffset>();

    /// <summary>Gives a field of <see cref="FieldKind.DateTimeOffset"/>.</summary>
    protected void GiveDateTimeOffset(int field, DateTimeOffset? value) => Give(field, FieldValue.Of<DateTimeOffset>(value));

    /// <summary>Reads a field of <see cref="FieldKind.DateOnly"/>.</summary>
    protected DateOnly? GetDateOnly(int field) => values[field].Get<DateOnly>();

    /// <summary>Gives a field of <see cref="FieldKind.DateOnly"/>.</summary>
    protected void GiveDateOnly(int field, DateOnly? value) => Give(field, FieldValue.Of<DateOnly>(value));

    /// <summary>Reads a field of <see cref="FieldKind.TimeOnly"/>.</summary>
    protected TimeOnly? GetTimeOnly(int field) => values[field].Get<TimeOnly>();

    /// <summary>Gives a field of <see cref="FieldKind.TimeOnly"/>.</summary>
    protected void GiveTimeOnly(int field, TimeOnly? value) => Give(field, FieldValue.Of<TimeOnly>(value));

    /// <summary>Reads a field of <see cref="FieldKind.TimeSpan"/>.</summary>
    protected TimeSpan? GetTimeSpan(int field) => values[field].Get<TimeSpan>();

    /// <summary>Gives a field of <see cref="FieldKind.TimeSpan"/>.</summary>
    protected void GiveTimeSpan(int field, TimeSpan? value) => Give(field, FieldValue.Of<TimeSpan>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Guid"/>.</summary>
    protected Guid? GetGuid(int field) => values[field].Get<Guid>();

    /// <summary>Gives a field of <see cref="FieldKind.Guid"/>.</summary>
    protected void GiveGuid(int field, Guid? value) => Give(field, FieldValue.Of<Guid>(value));

    /// <summary>Reads a field of <see cref="FieldKind.Enum"/>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    protected T? GetEnum<T>(int field)
        where T : unmanaged, Enum
        => values[field].Get<T>();

    /// <summary>Gives a field of <see cref="FieldKind.Enum"/>.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    protected void GiveEnum<T>(int field, T? value)
        where T : unmanaged, Enum
        => Give(field, FieldValue.Of<T>(value));

    internal ref readonly FieldValue Field(int field) => ref values[field];

    internal void Give(int field, in FieldValue value)
    {
        values[field] = value;
        Give(field);
    }
}
