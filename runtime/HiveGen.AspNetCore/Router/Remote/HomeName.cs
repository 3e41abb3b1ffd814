namespace HiveGen.Router.Remote;

/// <summary>The rule of the ids of Hives.</summary>
internal static class HomeName
{
    /// <summary>What a home must be.</summary>
    public const string Rule = $"must be 1 to 64 visible ASCII characters and not '{SyncItems.HttpHome}', which is the home of requests without a version.";

    /// <summary>Why the router's own Hive cannot be the home of a request.</summary>
    public const string Own = "is the id of this router's own Hive, whose rows nobody else may touch: the sender is a copy of its file, or the app itself. Give the sender a Hive of its own.";

    private const int MaxLength = 64;

    /// <summary>Whether this may be the id of a Hive.</summary>
    public static bool IsValid(string home) => home.Length is > 0 and <= MaxLength && home != SyncItems.HttpHome && !home.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Notes what is wrong with the home of a request.</summary>
    public static void Check(string home, SyncModels models, ref Violations violations)
    {
        if (!IsValid(home))
        {
            violations.Add("home", Rule);
        }
        else if (home == models.OwnHome)
        {
            violations.Add("home", Own);
        }
    }
}
