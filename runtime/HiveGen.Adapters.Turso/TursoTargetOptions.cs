using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>How a Turso database, or any libSQL server, is reached.</summary>
public sealed record TursoTargetOptions : HttpTargetOptions
{
    /// <summary>
    /// The token that may write. Default: the setting <c>Hive:Targets:&lt;name&gt;:AuthToken</c>, else the variable
    /// <c>TURSO_AUTH_TOKEN</c>, else <c>DATABASE_API_KEY</c>, read anew for every request. A server on this machine needs none.
    /// </summary>
    public string? AuthToken { get; init; }

    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The options without the token.</summary>
    public override string ToString() => $"{nameof(TursoTargetOptions)} {{ {nameof(AuthToken)} = {(AuthToken is null ? "none" : "***")} }}";
}
