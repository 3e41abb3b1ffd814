using HiveGen.Adapters.Http;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

public sealed class RestGuard() : GuardFacts(new RestProbe());

public sealed class RestBatchMode() : BatchFacts(new RestProbe());

public sealed class RestCursorKeeping() : CursorFacts(new RestProbe());

public sealed class RestRecordCursorKeeping() : CursorFacts(new RestProbe(RestMode.Record));

public sealed class RestMerging() : MergeFacts(new RestProbe());

public sealed class RestSweeping() : SweepFacts(new RestProbe());

public sealed class RestSchema() : SchemaFacts(new RestProbe());

public sealed class RestVerify() : VerifyFacts(new RestProbe());

public sealed class RestDialect() : DialectFacts(new RestProbe());

public sealed class RestName() : NameFacts(new RestProbe());

public sealed class RestOutage() : OutageFacts(new RestProbe());

public sealed class RestVolume() : VolumeFacts(new RestProbe());

public sealed class RestRecordDialect() : DialectFacts(new RestProbe(RestMode.Record));

public sealed class RestRecordOutage() : OutageFacts(new RestProbe(RestMode.Record));

public sealed class RestBlog() : Blog.BlogFacts(new RestProbe());
