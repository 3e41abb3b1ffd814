namespace HiveGen;

/// <summary>
/// How the router behaves. Bound from the configuration section <c>HiveSync</c> and the variable <c>SYNC_SECRET</c>, and checked
/// when the app starts. A change of the configuration takes effect without a restart, except that of <see cref="Target"/> and
/// <see cref="Hives"/>; a wrong one is logged and not taken.
/// </summary>
public sealed class HiveSyncOptions
{
    /// <summary>
    /// The secrets of which a caller must present one in <c>X-Sync-Secret</c>. In configuration a list, or one text with commas.
    /// To replace a secret, add the new one, change the callers, remove the old one. None: the router refuses everything, except
    /// in Development, where a random one is made and logged.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>The name of the target that gets what is sent to the router. Default: the first configured target.</summary>
    public string? Target { get; set; }

    /// <summary>
    /// Whether other Hives may send here as their target: <c>GET /sync/models</c> and <c>POST /sync/cursor</c>, <c>/sync/sweep</c>,
    /// <c>/sync/digest</c> and <c>/sync/rows</c> are mapped beside <c>/sync</c>, behind the same secret. A caller can write nothing with
    /// them that it could not write with <c>/sync/batch</c>, and reads ids, versions and hashes of the home it names, no values. Default: yes.
    /// </summary>
    public bool Hives { get; set; } = true;

    /// <summary>The longest body of <c>/sync</c> in bytes. Default: 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1 << 20;

    /// <summary>The longest body of <c>/sync/batch</c> in bytes. Default: 8 MiB.</summary>
    public int MaxBatchBodyBytes { get; set; } = 8 << 20;

    /// <summary>The most records of a batch. Default: 1000.</summary>
    public int MaxBatchRecords { get; set; } = 1000;

    /// <summary>The deepest nesting of a body. Default: 32.</summary>
    public int MaxDepth { get; set; } = 32;

    /// <summary>The longest text of a body in bytes, a member's name included, as it is written. Default: 1 MiB.</summary>
    public int MaxStringBytes { get; set; } = 1 << 20;

    /// <summary>
    /// The requests a client may make in a <see cref="RateWindow"/>; 0 for no limit. Default: 100. A client is the secret it
    /// presents, so give callers that should not share the limit a secret each; without a right secret it is its address.
    /// </summary>
    public int RateLimit { get; set; } = 100;

    /// <summary>The window of <see cref="RateLimit"/>. Default: one minute.</summary>
    public TimeSpan RateWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the target may take for a request. Default: 30 seconds.</summary>
    public TimeSpan TargetTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether a request must also be signed: <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c> as Standard
    /// Webhooks has them, keyed with one of <see cref="Secrets"/>. Default: no.
    /// </summary>
    public bool RequireSignature { get; set; }

    /// <summary>How far the time of a signature may be from the server's clock. Default: five minutes.</summary>
    public TimeSpan SignatureTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether requests over plain HTTP are let in outside Development. Default: no. Those from this machine itself always are.
    /// </summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>
    /// The proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: addresses, or networks such as
    /// <c>10.0.0.0/8</c>. Default: none. Leave it empty where the app calls <c>UseForwardedHeaders()</c> itself.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>How long an <c>Idempotency-Key</c> is remembered, by this process. Default: ten minutes.</summary>
    public TimeSpan IdempotencyWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The most idempotency keys, and the most signed messages, remembered at a time. A request for which there is no room is
    /// refused with 503, because forgetting one early would break what was promised. Default: 100,000.
    /// </summary>
    public int MaxRemembered { get; set; } = 100_000;
}
