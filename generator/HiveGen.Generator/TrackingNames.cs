namespace HiveGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests that watch what is cached.</summary>
internal static class TrackingNames
{
    public const string Models = nameof(Models);
    public const string Refs = nameof(Refs);
    public const string Assembly = nameof(Assembly);
    public const string Hooks = nameof(Hooks);
    public const string Database = nameof(Database);
    public const string Targets = nameof(Targets);
    public const string App = nameof(App);
    public const string Context = nameof(Context);
}
