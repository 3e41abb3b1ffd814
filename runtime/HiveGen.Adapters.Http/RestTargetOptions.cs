namespace HiveGen.Adapters.Http;

/// <summary>What a custom REST API understands, and how it is reached. The defaults are the original's form and nothing beyond it.</summary>
public sealed record RestTargetOptions : HttpTargetOptions
{
    /// <summary>
    /// The secret, sent as <c>X-Sync-Secret</c>. Default: the setting <c>Hive:Targets:&lt;name&gt;:Secret</c>, else the first of the
    /// variable <c>SYNC_SECRET</c>, read anew for every request. Without one the sender waits and loses nothing.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>How records travel. Default: in batches.</summary>
    public RestMode Mode { get; init; }

    /// <summary>
    /// Whether versions and homes are sent, so that the API can refuse what is older than what it has: members <c>version</c> and
    /// <c>home</c> of batches, <c>If-Match</c> and <c>X-Hive-Home</c> of single records. Default: no.
    /// </summary>
    public bool Versions { get; init; }

    /// <summary>Whether a request carries <c>Idempotency-Key</c>, the same for every try of the same records. Default: no.</summary>
    public bool Idempotency { get; init; }

    /// <summary>Whether requests are signed with the secret in the form of Standard Webhooks. Default: no.</summary>
    public bool Sign { get; init; }

    /// <summary>
    /// Where the API keeps the cursor of a Hive, such as <c>sync/cursor</c>: <c>GET ?home=</c> gives <c>{"cursor":…}</c>, <c>PUT</c> with
    /// <c>{home, from, to}</c> moves it or answers 409. Null, the default: the Hive remembers the cursor by itself.
    /// </summary>
    public string? CursorPath { get; init; }

    /// <summary>The most records of a request. Default: 100.</summary>
    public int MaxRecords { get; init; } = 100;

    /// <summary>How many requests are under way at the same time; no record is in two of them. Default: 1.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>The options without the secret.</summary>
    public override string ToString() => $"{nameof(RestTargetOptions)} {{ Mode = {Mode}, Versions = {Versions}, Idempotency = {Idempotency}, Sign = {Sign}, CursorPath = {CursorPath}, MaxRecords = {MaxRecords}, Lanes = {Lanes} }}";
}
