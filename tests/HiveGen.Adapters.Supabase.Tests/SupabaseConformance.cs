namespace HiveGen.Tests;

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseGuard(SupabaseProject project) : GuardFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseCursor(SupabaseProject project) : CursorFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseBatch(SupabaseProject project) : BatchFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseMerge(SupabaseProject project) : MergeFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseSweep(SupabaseProject project) : SweepFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseSchema(SupabaseProject project) : SchemaFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseVerify(SupabaseProject project) : VerifyFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseOutage(SupabaseProject project) : OutageFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseVolume(SupabaseProject project) : VolumeFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseDialect(SupabaseProject project) : DialectFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseName(SupabaseProject project) : NameFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseBlog(SupabaseProject project) : Blog.BlogFacts(new SupabaseProbe(project));
