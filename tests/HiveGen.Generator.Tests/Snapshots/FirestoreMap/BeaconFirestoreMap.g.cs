/// <summary>How the Firestore target stores Beacon.</summary>
internal sealed class BeaconFirestoreMap : global::HiveGen.Adapters.Firestore.FirestoreMap
{
    /// <inheritdoc/>
    public override string Collection => "beacons";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<string> Names { get; } =
    [
        "id",
    ];
}
