/// <summary>How the MongoDB target stores Counter.</summary>
internal sealed class CounterMongoMap : global::HiveGen.Adapters.MongoDb.MongoMap
{
    /// <inheritdoc/>
    public override string Collection => "counters";

    /// <inheritdoc/>
    protected override global::System.ReadOnlySpan<byte> Names => "_id\0group"u8;
}
