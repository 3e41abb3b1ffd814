namespace HiveGen.Tests;

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexGuard(ServerFixture<ConvexServer> fixture) : GuardFacts(new ConvexProbe(fixture));

[Collection(ConvexCollection.Name)]
[Requires<ConvexServer>]
public sealed class ConvexCursor(ServerFixture<ConvexServer> fixture) : CursorFacts(new ConvexProbe(fixture));
