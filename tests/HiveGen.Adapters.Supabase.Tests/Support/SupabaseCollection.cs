namespace HiveGen.Tests;

/// <summary>The tests that share a project.</summary>
[CollectionDefinition(Name)]
public sealed class SupabaseCollection : ICollectionFixture<SupabaseProject>
{
    public const string Name = "Supabase";
}
