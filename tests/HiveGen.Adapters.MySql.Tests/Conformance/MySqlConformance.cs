using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlGuard(Maria server) : GuardFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlCursor(Maria server) : CursorFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlBatch(Maria server) : BatchFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlMerge(Maria server) : MergeFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlSweep(Maria server) : SweepFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlSchema(Maria server) : SchemaFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlVerify(Maria server) : VerifyFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlOutage(Maria server) : OutageFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlVolume(Maria server) : VolumeFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlDialect(Maria server) : DialectFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlName(Maria server) : NameFacts(new MySqlProbe(server));

[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MySqlBlog(Maria server) : Blog.BlogFacts(new MySqlProbe(server));
