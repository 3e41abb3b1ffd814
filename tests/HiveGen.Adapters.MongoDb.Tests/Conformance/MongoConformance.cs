using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>One server for all of it, which some tests stop: one test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class MongoCollection : ICollectionFixture<ServerFixture<MongoServer>>
{
    public const string Name = "MongoDB";
}

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoGuard(ServerFixture<MongoServer> mongo) : GuardFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoCursorKeeping(ServerFixture<MongoServer> mongo) : CursorFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoBatch(ServerFixture<MongoServer> mongo) : BatchFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoMerge(ServerFixture<MongoServer> mongo) : MergeFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoSweeping(ServerFixture<MongoServer> mongo) : SweepFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoSchema(ServerFixture<MongoServer> mongo) : SchemaFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoVerify(ServerFixture<MongoServer> mongo) : VerifyFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoOutage(ServerFixture<MongoServer> mongo) : OutageFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoVolume(ServerFixture<MongoServer> mongo) : VolumeFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoDialect(ServerFixture<MongoServer> mongo) : DialectFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoNaming(ServerFixture<MongoServer> mongo) : NameFacts(new MongoProbe(mongo));

[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class MongoBlog(ServerFixture<MongoServer> mongo) : Blog.BlogFacts(new MongoProbe(mongo));
