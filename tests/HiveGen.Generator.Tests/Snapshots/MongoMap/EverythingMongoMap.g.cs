/// <summary>How the MongoDB target stores Everything.</summary>
internal sealed class EverythingMongoMap : global::HiveGen.Adapters.MongoDb.MongoMap
{
    /// <inheritdoc/>
    public override string Collection => "order";

    /// <inheritdoc/>
    protected override global::System.ReadOnlySpan<byte> Names => "_id\0text\0short\0bool\0int\0long\0double\0money\0fine\0time\0date\0clock\0span\0guid\0blob\0colour\0json\0counter\0beacon\0above"u8;
}
