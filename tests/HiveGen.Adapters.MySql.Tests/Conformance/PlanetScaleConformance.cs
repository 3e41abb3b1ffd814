using HiveGen.Servers;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleGuard(Maria server) : GuardFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleCursor(Maria server) : CursorFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleBatch(Maria server) : BatchFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleMerge(Maria server) : MergeFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleSweep(Maria server) : SweepFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleSchema(Maria server) : SchemaFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleVerify(Maria server) : VerifyFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleOutage(Maria server) : OutageFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleVolume(Maria server) : VolumeFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleDialect(Maria server) : DialectFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleName(Maria server) : NameFacts(new PlanetScaleProbe(server));

[Collection(MariaCollection.Name), Requires<PlanetScaleFront>]
public sealed class PlanetScaleBlog(Maria server) : Blog.BlogFacts(new PlanetScaleProbe(server));
