using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Generated;

/// <summary>The place of JSON.</summary>
internal sealed class JsonSlot(nint offset) : FieldSlot(offset)
{
    public ref Given<JsonElement?> In(GeneratedSyncRecord record) => ref At<JsonElement?>(record);

    public override FieldValue Get(GeneratedSyncRecord record) => FieldValue.OfJson(In(record).Value);

    public override void Give(GeneratedSyncRecord record, in FieldValue value) => In(record) = value.Json;

    public override bool IsGiven(GeneratedSyncRecord record) => In(record).IsGiven;

    public override void Regard(GeneratedSyncRecord record, bool given) => In(record).Regard(given);
}
