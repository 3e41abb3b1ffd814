namespace HiveGen.Router.Remote;

/// <summary>The rule of the ids of Hives.</summary>
internal static class HomeName
{
    /// <summary>What a home must be.</summary>
    public const string Rule = $"must be 1 to 64 visible ASCII characters and not '{SyncItems.HttpHome}', which is the home of requests without a version.";

    private const int MaxLength = 64;

    /// <summary>Whether this may be the id of a Hive.</summary>
    public static bool IsValid(string home) => home.Length is > 0 and <= MaxLength && home != SyncItems.HttpHome && !home.AsSpan().ContainsAnyExceptInRange('!', '~');
}
