namespace HiveGen.Tests;

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseGuard(SupabaseProject project) : GuardFacts(new SupabaseProbe(project));

[Collection(SupabaseCollection.Name)]
[Requires<PostgrestServer>]
public sealed class SupabaseCursor(SupabaseProject project) : CursorFacts(new SupabaseProbe(project));
