using System.ComponentModel;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>
/// Notes where the fields of a DTO lie. Generated code hands each of them over once a class; each kind has a method of its own name,
/// because that is what an app's compiler binds fastest. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldPlaces
{
    private readonly GeneratedSyncRecord record;
    private readonly List<FieldSlot> slots = [];

    private FieldPlaces(GeneratedSyncRecord record) => this.record = record;

    /// <summary>A text.</summary>
    public void Text(ref Given<string?> field) => slots.Add(new ReferenceSlot<string>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>Bytes.</summary>
    public void Blob(ref Given<byte[]?> field) => slots.Add(new ReferenceSlot<byte[]>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>JSON.</summary>
    public void Json(ref Given<JsonElement?> field) => slots.Add(new JsonSlot(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type bool.</summary>
    public void Bool(ref Given<bool?> field) => slots.Add(new ValueSlot<bool>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type byte.</summary>
    public void Byte(ref Given<byte?> field) => slots.Add(new ValueSlot<byte>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type sbyte.</summary>
    public void SByte(ref Given<sbyte?> field) => slots.Add(new ValueSlot<sbyte>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type short.</summary>
    public void Int16(ref Given<short?> field) => slots.Add(new ValueSlot<short>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type ushort.</summary>
    public void UInt16(ref Given<ushort?> field) => slots.Add(new ValueSlot<ushort>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type int.</summary>
    public void Int32(ref Given<int?> field) => slots.Add(new ValueSlot<int>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type uint.</summary>
    public void UInt32(ref Given<uint?> field) => slots.Add(new ValueSlot<uint>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type long.</summary>
    public void Int64(ref Given<long?> field) => slots.Add(new ValueSlot<long>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type ulong.</summary>
    public void UInt64(ref Given<ulong?> field) => slots.Add(new ValueSlot<ulong>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type float.</summary>
    public void Single(ref Given<float?> field) => slots.Add(new ValueSlot<float>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type double.</summary>
    public void Double(ref Given<double?> field) => slots.Add(new ValueSlot<double>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type decimal.</summary>
    public void Decimal(ref Given<decimal?> field) => slots.Add(new ValueSlot<decimal>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type DateTime.</summary>
    public void DateTime(ref Given<DateTime?> field) => slots.Add(new ValueSlot<DateTime>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type DateTimeOffset.</summary>
    public void DateTimeOffset(ref Given<DateTimeOffset?> field) => slots.Add(new ValueSlot<DateTimeOffset>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type DateOnly.</summary>
    public void DateOnly(ref Given<DateOnly?> field) => slots.Add(new ValueSlot<DateOnly>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type TimeOnly.</summary>
    public void TimeOnly(ref Given<TimeOnly?> field) => slots.Add(new ValueSlot<TimeOnly>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type TimeSpan.</summary>
    public void TimeSpan(ref Given<TimeSpan?> field) => slots.Add(new ValueSlot<TimeSpan>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>A field of type Guid.</summary>
    public void Guid(ref Given<Guid?> field) => slots.Add(new ValueSlot<Guid>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>An enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    public void Enum<T>(ref Given<T?> field)
        where T : unmanaged, Enum
        => slots.Add(new ValueSlot<T>(FieldSlot.OffsetOf(record, ref field)));

    /// <summary>The places of a class's fields, in their order.</summary>
    internal static FieldSlot[] Of(GeneratedSyncRecord record)
    {
        FieldPlaces places = new(record);
        record.PlaceFields(places);
        return [.. places.slots];
    }
}
