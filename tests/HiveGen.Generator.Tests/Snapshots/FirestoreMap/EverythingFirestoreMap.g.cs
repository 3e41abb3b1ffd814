/// <summary>How the Firestore target stores Everything.</summary>
internal sealed class EverythingFirestoreMap : global::HiveGen.Adapters.Firestore.FirestoreMap
{
    /// <inheritdoc/>
    public override string Collection => "order";

    /// <inheritdoc/>
    public override global::System.Collections.Generic.IReadOnlyList<string> Names { get; } =
    [
        "id",
        "text",
        "short",
        "bool",
        "int",
        "long",
        "double",
        "money",
        "fine",
        "time",
        "date",
        "clock",
        "span",
        "guid",
        "blob",
        "colour",
        "json",
        "counter",
        "beacon",
        "above",
    ];
}
