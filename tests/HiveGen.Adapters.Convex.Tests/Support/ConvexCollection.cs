namespace HiveGen.Tests;

/// <summary>The tests that share a deployment.</summary>
[CollectionDefinition(Name)]
public sealed class ConvexCollection : ICollectionFixture<ServerFixture<ConvexServer>>
{
    public const string Name = "Convex";
}
