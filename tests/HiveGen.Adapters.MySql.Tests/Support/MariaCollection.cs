namespace HiveGen.Tests;

[CollectionDefinition(Name)]
public sealed class MariaCollection : ICollectionFixture<Maria>
{
    public const string Name = "mariadb";
}
