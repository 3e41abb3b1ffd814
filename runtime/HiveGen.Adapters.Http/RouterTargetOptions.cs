namespace HiveGen.Adapters.Http;

/// <summary>How another machine's router is reached.</summary>
public sealed record RouterTargetOptions : HttpTargetOptions
{
    /// <summary>
    /// The secret of the router, sent as <c>X-Sync-Secret</c>. Default: the setting <c>Hive:Targets:&lt;name&gt;:Secret</c>, else the
    /// first of the variable <c>SYNC_SECRET</c>, read anew for every request. Without one the sender waits and loses nothing.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>
    /// Whether requests are signed with the secret in the form of Standard Webhooks, for a router with <c>HiveSync:RequireSignature</c>.
    /// Default: no.
    /// </summary>
    public bool Sign { get; init; }

    /// <summary>The options without the secret.</summary>
    public override string ToString() => $"{nameof(RouterTargetOptions)} {{ Timeout = {Timeout}, AllowHttp = {AllowHttp}, Sign = {Sign} }}";
}
