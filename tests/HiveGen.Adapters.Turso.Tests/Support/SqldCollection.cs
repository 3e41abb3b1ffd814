namespace HiveGen.Tests;

[CollectionDefinition(Name)]
public sealed class SqldCollection : ICollectionFixture<Sqld>
{
    public const string Name = "sqld";
}
