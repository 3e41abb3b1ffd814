/// <summary>How the Firestore target stores Counter.</summary>
internal sealed class CounterFirestoreMap : global::HiveGen.Adapters.Firestore.FirestoreMap
{
    /// <inheritdoc/>
    public override string Collection => "counters";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<string> Names { get; } =
    [
        "id",
        "group",
    ];
}
