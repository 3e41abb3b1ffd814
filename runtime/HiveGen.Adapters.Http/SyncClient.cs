using HiveGen.Targets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiveGen.Adapters.Http;

/// <summary>The client of a router for use by hand; <c>AddHive</c> registers it as <see cref="ISyncClient"/>. Thread-safe.</summary>
public sealed class SyncClient : ISyncClient, IDisposable
{
    internal const string Section = "SyncClient";

    private const int LongestKey = 255;

    private readonly RouterConnection connection;
    private readonly IReadOnlyList<SyncModel> models;
    private readonly ILogger logger;
    private readonly BatchBody bodies = new();

    /// <summary>A client of the router at this address.</summary>
    /// <param name="url">Where the router's app is, such as <c>https://central.example.com</c>.</param>
    /// <param name="models">The models it may send: <c>hive.Sync.Targets.Models</c>.</param>
    /// <param name="options">How the router is reached; null for the defaults. Without a secret in them, that of the variable <c>SYNC_SECRET</c> is sent.</param>
    /// <param name="loggers">Where it logs; null for nowhere.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public SyncClient(string url, IReadOnlyList<SyncModel> models, RouterTargetOptions? options = null, ILoggerFactory? loggers = null)
        : this(RouterSettings.Of(Section, url, options ?? new RouterTargetOptions(), configuration: null), models, loggers ?? NullLoggerFactory.Instance)
    {
    }

    internal SyncClient(RouterSettings settings, IReadOnlyList<SyncModel> models, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(models);
        connection = new RouterConnection(settings);
        this.models = models;
        logger = loggers.CreateLogger("HiveGen.SyncClient");
    }

    /// <inheritdoc/>
    public async Task<SyncResult> SyncToDatabaseAsync(string model, SyncOperation operation, SyncRecord? data, string recordId, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        CheckKey(idempotencyKey);
        IReadOnlyList<SyncItem> items = [ClientItems.Of(models, model, operation, new RecordData(recordId, data))];
        return (await SendAsync("sync", items, idempotencyKey, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <inheritdoc/>
    public async Task<SyncBatchResult> BatchSyncToDatabaseAsync(string model, SyncOperation operation, IReadOnlyList<RecordData> records, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        CheckKey(idempotencyKey);
        SyncItem[] items = [.. records.Select(record => ClientItems.Of(models, model, operation, record))];
        return new SyncBatchResult(items.Length == 0 ? [] : await SendAsync("sync/batch", items, idempotencyKey, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => connection.Dispose();

    // As routers take it; what else cannot be in a header would pass for an outage.
    private static void CheckKey(string? idempotencyKey)
    {
        if (idempotencyKey is not null && (idempotencyKey.Length is 0 or > LongestKey || !HttpSettings.IsKey(idempotencyKey)))
        {
            throw new ArgumentException($"An idempotency key is 1 to {LongestKey} visible ASCII characters.", nameof(idempotencyKey));
        }
    }

    private async Task<SyncResult[]> SendAsync(string path, IReadOnlyList<SyncItem> items, string? idempotencyKey, CancellationToken cancellationToken)
    {
        TimeProvider clock = connection.Settings.Options.Clock;
        BatchRun run = new(items, 0, items.Count);
        string key = idempotencyKey ?? RouterConnection.NewKey();
        string operation = BatchRun.OperationOf(items[0]), model = items[0].Model.Name;
        SyncClientLog.Sending(logger, operation, model, items.Count);
        long started = clock.GetTimestamp();
        SyncResult[] results;
        try
        {
            PooledBuffer buffer = new();
            // A call that may be repeated has the same body every time, or the router would take it for another one.
            DateTimeOffset? now = idempotencyKey is null ? clock.GetUtcNow() : null;
            bodies.Write(buffer, run, path == "sync", move: null, key, now);
            HttpAnswer answer = await connection.SendAsync(HttpMethod.Post, path, buffer.Written, key, connection.Settings.Options.Timeout, cancellationToken).ConfigureAwait(false);
            buffer.Return();
            results = path == "sync" ? [ClientAnswers.Single(connection.Settings, answer, run)] : ClientAnswers.Batch(connection.Settings, answer, run);
        }
        catch (TargetException failure)
        {
            results = ClientAnswers.None(run, failure);
        }

        double milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        if (Array.Find(results, static result => !result.Success) is { } failed)
        {
            SyncClientLog.Failed(logger, operation, model, results.Count(static result => !result.Success), results.Length, milliseconds, failed.RecordId, failed.Error);
        }
        else
        {
            SyncClientLog.Success(logger, operation, model, results.Length, milliseconds);
        }

        return results;
    }
}
