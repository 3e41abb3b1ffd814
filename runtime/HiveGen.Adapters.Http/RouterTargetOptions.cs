namespace HiveGen.Adapters.Http;

/// <summary>How another machine's router is reached.</summary>
public sealed record RouterTargetOptions
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

    /// <summary>Whether the secret and the records may travel over plain HTTP to another machine. Default: no; to this machine they may.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How long the router may take for one request; <c>Hive:Dispatch:SendTimeout</c> bounds a whole batch. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sets up the connections: client certificates, a proxy, an authority of your own. Redirects and cookies stay off.</summary>
    public Action<SocketsHttpHandler>? Handler { get; init; }

    /// <summary>The clock of timeouts, signatures and <c>Retry-After</c> dates. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
