using Xunit;

namespace HiveGen.Trimming.Tests;

/// <summary>Tests of apps that are published once for all of them.</summary>
[CollectionDefinition("published")]
public sealed class PublishedCollection : ICollectionFixture<PublishedApps>;
