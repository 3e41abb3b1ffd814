/// <summary>How the MongoDB target stores Beacon.</summary>
internal sealed class BeaconMongoMap : global::HiveGen.Adapters.MongoDb.MongoMap
{
    /// <inheritdoc/>
    public override string Collection => "beacons";

    /// <inheritdoc/>
    protected override global::System.ReadOnlySpan<byte> Names => "_id"u8;
}
