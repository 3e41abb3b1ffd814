using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>How a PlanetScale database is reached.</summary>
public sealed record PlanetScaleTargetOptions : HttpTargetOptions
{
    /// <summary>The user name. Default: the setting <c>Hive:Targets:&lt;name&gt;:Username</c>, else what the address holds, else the variable <c>DATABASE_USERNAME</c>.</summary>
    public string? Username { get; init; }

    /// <summary>
    /// The password. Default: the setting <c>Hive:Targets:&lt;name&gt;:Password</c>, else what the address holds, else the variable
    /// <c>DATABASE_PASSWORD</c>, else <c>DATABASE_API_KEY</c>.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The options without the password.</summary>
    public override string ToString() => $"{nameof(PlanetScaleTargetOptions)} {{ {nameof(Username)} = {Username}, {nameof(Password)} = {(Password is null ? "none" : "***")} }}";
}
