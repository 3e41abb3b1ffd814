namespace HiveGen.Tests;

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexGuard(ServerFixture<ConvexServer> fixture) : GuardFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexCursor(ServerFixture<ConvexServer> fixture) : CursorFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexBatch(ServerFixture<ConvexServer> fixture) : BatchFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexMerge(ServerFixture<ConvexServer> fixture) : MergeFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexSweep(ServerFixture<ConvexServer> fixture) : SweepFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexSchema(ServerFixture<ConvexServer> fixture) : SchemaFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexVerify(ServerFixture<ConvexServer> fixture) : VerifyFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexOutage(ServerFixture<ConvexServer> fixture) : OutageFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexVolume(ServerFixture<ConvexServer> fixture) : VolumeFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexDialect(ServerFixture<ConvexServer> fixture) : DialectFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexName(ServerFixture<ConvexServer> fixture) : NameFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexBlog(ServerFixture<ConvexServer> fixture) : Blog.BlogFacts(new ConvexProbe(fixture));
