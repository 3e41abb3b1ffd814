using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>The place of a number, a time, a truth value, an enum.</summary>
internal sealed class ValueSlot<T>(nint offset) : FieldSlot(offset)
    where T : unmanaged
{
    public ref Given<T?> In(GeneratedSyncRecord record) => ref At<T?>(record);

    public override FieldValue Get(GeneratedSyncRecord record) => FieldValue.Of<T>(In(record).Value);

    public override void Give(GeneratedSyncRecord record, in FieldValue value) => In(record) = value.Get<T>();

    public override bool IsGiven(GeneratedSyncRecord record) => In(record).IsGiven;

    public override void Regard(GeneratedSyncRecord record, bool given) => In(record).Regard(given);
}
