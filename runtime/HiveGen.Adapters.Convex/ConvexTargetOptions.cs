using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>How a Convex deployment is reached.</summary>
public sealed record ConvexTargetOptions : HttpTargetOptions
{
    /// <summary>
    /// The deploy key, with which internal functions may be called. Default: the setting <c>Hive:Targets:&lt;name&gt;:DeployKey</c>, else
    /// the variable <c>CONVEX_DEPLOY_KEY</c>, read anew for every request. Without one the sender waits and loses nothing.
    /// </summary>
    public string? DeployKey { get; init; }

    /// <summary>How long a ghost is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The options without the key.</summary>
    public override string ToString() => $"{nameof(ConvexTargetOptions)} {{ Timeout = {Timeout}, AllowHttp = {AllowHttp}, GhostRetention = {GhostRetention} }}";
}
