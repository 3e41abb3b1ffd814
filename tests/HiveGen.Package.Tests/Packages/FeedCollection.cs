namespace HiveGen.Package.Tests;

/// <summary>Tests that share one feed, one after another: each of them is a build, and the machine has few cores.</summary>
[CollectionDefinition("feed")]
public sealed class FeedCollection : ICollectionFixture<Feed>;
