using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class SqliteGuard() : GuardFacts(new SqliteProbe());

public sealed class SqliteCursor() : CursorFacts(new SqliteProbe());

public sealed class SqliteBatch() : BatchFacts(new SqliteProbe());

public sealed class SqliteMerge() : MergeFacts(new SqliteProbe());

public sealed class SqliteSweep() : SweepFacts(new SqliteProbe());

public sealed class SqliteSchema() : SchemaFacts(new SqliteProbe());

public sealed class SqliteVerify() : VerifyFacts(new SqliteProbe());

public sealed class SqliteOutage() : OutageFacts(new SqliteProbe());

public sealed class SqliteVolume() : VolumeFacts(new SqliteProbe());

public sealed class SqliteDialect() : DialectFacts(new SqliteProbe());

public sealed class SqliteName() : NameFacts(new SqliteProbe());

public sealed class SqliteBlog() : Blog.BlogFacts(new SqliteProbe());
