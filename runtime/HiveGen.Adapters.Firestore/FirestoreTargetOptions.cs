using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>How Firestore is reached.</summary>
public sealed record FirestoreTargetOptions : HttpTargetOptions
{
    /// <summary>The database of the project. Default: <c>(default)</c>.</summary>
    public string Database { get; init; } = "(default)";

    /// <summary>
    /// The key of a service account: the JSON file's path, or its text. Default: the setting <c>Hive:Targets:&lt;name&gt;:ServiceAccount</c>,
    /// else the variable <c>GOOGLE_APPLICATION_CREDENTIALS</c>. Not needed with <see cref="AccessToken"/> or the emulator.
    /// </summary>
    public string? ServiceAccount { get; init; }

    /// <summary>
    /// Gives the OAuth token of every request, for machines that get theirs elsewhere (workload identity, Google.Apis.Auth). It keeps
    /// its tokens itself; after a refusal it is asked once more.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? AccessToken { get; init; }

    /// <summary>
    /// Host and port of the emulator, such as <c>127.0.0.1:8080</c>. Default: the setting <c>Hive:Targets:&lt;name&gt;:Emulator</c>, else the
    /// variable <c>FIRESTORE_EMULATOR_HOST</c>; Google's own Firestore where neither is set.
    /// </summary>
    public string? Emulator { get; init; }

    /// <summary>How long a ghost is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The options without the key.</summary>
    public override string ToString() => $"{nameof(FirestoreTargetOptions)} {{ {nameof(Database)} = {Database}, {nameof(ServiceAccount)} = {(ServiceAccount is null ? "none" : "***")} }}";
}
