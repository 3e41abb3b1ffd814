using System.ComponentModel;

namespace HiveGen.Generated;

/// <summary>The base of a generated DTO, which knows where its fields lie.</summary>
/// <typeparam name="TSelf">The DTO.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedSyncRecord<TSelf> : GeneratedSyncRecord
    where TSelf : GeneratedSyncRecord<TSelf>, new()
{
    private static readonly FieldSlot[] All = FieldPlaces.Of(new TSelf());

    internal sealed override FieldSlot[] Slots => All;
}
