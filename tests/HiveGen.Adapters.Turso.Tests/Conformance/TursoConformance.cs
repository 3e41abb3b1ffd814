using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoGuard(Sqld server) : GuardFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoCursor(Sqld server) : CursorFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoBatch(Sqld server) : BatchFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoMerge(Sqld server) : MergeFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoSweep(Sqld server) : SweepFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoSchema(Sqld server) : SchemaFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoVerify(Sqld server) : VerifyFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoOutage(Sqld server) : OutageFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoVolume(Sqld server) : VolumeFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoDialect(Sqld server) : DialectFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoName(Sqld server) : NameFacts(new TursoProbe(server));

[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class TursoBlog(Sqld server) : Blog.BlogFacts(new TursoProbe(server));
