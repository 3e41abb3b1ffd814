using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class SqliteGuard() : GuardFacts(new SqliteProbe());

public sealed class SqliteCursor() : CursorFacts(new SqliteProbe());
