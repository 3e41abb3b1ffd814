namespace HiveGen.Adapters.Postgres.Tests;

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonBatch(PoolerFixture fixture) : BatchFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonCursor(PoolerFixture fixture) : CursorFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonDialect(PoolerFixture fixture) : DialectFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonGuard(PoolerFixture fixture) : GuardFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonMerge(PoolerFixture fixture) : MergeFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonName(PoolerFixture fixture) : NameFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonOutage(PoolerFixture fixture) : OutageFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonSchema(PoolerFixture fixture) : SchemaFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonSweep(PoolerFixture fixture) : SweepFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonVerify(PoolerFixture fixture) : VerifyFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonVolume(PoolerFixture fixture) : VolumeFacts(new NeonProbe(fixture));

[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonBlog(PoolerFixture fixture) : Blog.BlogFacts(new NeonProbe(fixture));
