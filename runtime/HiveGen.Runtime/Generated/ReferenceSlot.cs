using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>The place of a text or of bytes.</summary>
internal sealed class ReferenceSlot<T>(nint offset) : FieldSlot(offset)
    where T : class
{
    public ref Given<T?> In(GeneratedSyncRecord record) => ref At<T?>(record);

    public override FieldValue Get(GeneratedSyncRecord record) => FieldValue.OfObject(In(record).Value);

    public override void Give(GeneratedSyncRecord record, in FieldValue value) => In(record) = (T?)value.Object;

    public override bool IsGiven(GeneratedSyncRecord record) => In(record).IsGiven;

    public override void Regard(GeneratedSyncRecord record, bool given) => In(record).Regard(given);
}
