using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>How a Supabase project is reached.</summary>
public sealed record SupabaseTargetOptions : HttpTargetOptions
{
    /// <summary>
    /// The secret key (<c>sb_secret_…</c>, or the older <c>service_role</c> key). Default: the setting
    /// <c>Hive:Targets:&lt;name&gt;:Key</c>, else the variable <c>SUPABASE_SERVICE_KEY</c>, read anew for every request. Without one
    /// the sender waits and loses nothing.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The options without the key.</summary>
    public override string ToString() => $"{nameof(SupabaseTargetOptions)} {{ Timeout = {Timeout}, AllowHttp = {AllowHttp}, GhostRetention = {GhostRetention} }}";
}
