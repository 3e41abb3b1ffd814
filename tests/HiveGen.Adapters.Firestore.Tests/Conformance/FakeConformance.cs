using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class FirestoreGuard() : GuardFacts(new FakeProbe());

public sealed class FirestoreCursorKeeping() : CursorFacts(new FakeProbe());

public sealed class FirestoreBatches() : BatchFacts(new FakeProbe());

public sealed class FirestoreMerge() : MergeFacts(new FakeProbe());

public sealed class FirestoreSweeping() : SweepFacts(new FakeProbe());

public sealed class FirestoreSchema() : SchemaFacts(new FakeProbe());

public sealed class FirestoreVerify() : VerifyFacts(new FakeProbe());

public sealed class FirestoreOutage() : OutageFacts(new FakeProbe());

public sealed class FirestoreVolume() : VolumeFacts(new FakeProbe());

public sealed class FirestoreDialect() : DialectFacts(new FakeProbe());

public sealed class FirestoreNaming() : NameFacts(new FakeProbe());

public sealed class FirestoreBlog() : Blog.BlogFacts(new FakeProbe());
