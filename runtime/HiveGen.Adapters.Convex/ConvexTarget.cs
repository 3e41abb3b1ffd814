using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>
/// A Convex deployment as a target. Every batch is one call of an exported mutation, and so one transaction: rows, ghosts and the cursor.
/// Tables and functions are deployed by the user, not made by this target. Thread-safe.
/// </summary>
public sealed class ConvexTarget : HiveTarget
{
    private readonly ConvexCalls calls;
    private readonly ConvexRows rows;
    private readonly ConvexGhosts ghosts;

    /// <summary>A target at this deployment.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">The deployment's URL, such as <c>https://happy-animal-123.convex.cloud</c>.</param>
    /// <param name="options">How it is reached; null for the defaults. Without a deploy key in them, that of the variable <c>CONVEX_DEPLOY_KEY</c> is sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public ConvexTarget(string name, string url, ConvexTargetOptions? options = null)
        : this(name, ConvexSettings.Of("Hive:Targets:" + name, url, options ?? new ConvexTargetOptions(), configuration: null))
    {
    }

    internal ConvexTarget(string name, ConvexSettings settings)
        : base(name)
    {
        calls = new ConvexCalls(settings);
        rows = new ConvexRows(calls);
        ghosts = new ConvexGhosts(calls);
    }

    /// <summary>The deployment's address.</summary>
    public Uri Url => calls.Settings.Url;

    /// <summary>The most items of a batch: 500, each of which a mutation looks up, of 4,096 that it may.</summary>
    public override int MaxBatch => ConvexRows.Page;

    /// <summary>About how many bytes a batch may hold: 4 MiB, of the 16 MiB that a mutation may write.</summary>
    public override int MaxBatchBytes => 4 * 1024 * 1024;

    /// <summary>Asks the deployment what its functions know, and compares.</summary>
    /// <exception cref="TargetException">It is not reached, refuses the key, or lacks a model or a field.</exception>
    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        await calls.QueryAsync("models", 0, static (_, _) => { }, answer => ConvexModels.Check(answer, Url, models), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => calls.QueryAsync(
            "cursor",
            hive,
            static (writer, home) => writer.WriteString("hive"u8, home),
            static answer => answer.ValueKind == JsonValueKind.Null
                ? null
                : new TargetCursor(answer.GetProperty("session"u8).GetString()!, Number(answer, "seq"), (int)Number(answer, "epoch"), Number(answer, "high")),
            cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ItemOutcome[] outcomes = await calls.MutateAsync("apply", batch, ConvexBody.Write, answer => ConvexResults.Read(answer, batch.Items), cancellationToken).ConfigureAwait(false);
        if (batch.Cursor is { } move)
        {
            await ghosts.PurgeIfDueAsync(move, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(except);
        // A mutation may write so much: the rows are looked for first, and each page is checked again where it is written, with the cursor.
        HashSet<string> kept = [.. except.Select(static id => id.ToString())];
        List<string> ids = await rows.ReadBelowAsync(model, home, below, cancellationToken).ConfigureAwait(false);
        ids.RemoveAll(kept.Contains);
        int swept = 0;
        foreach (string[] page in ids.Chunk(ConvexRows.Page))
        {
            swept += await calls.MutateAsync(
                "sweep",
                (ConvexNames.Of(model).Table, Home: home, Below: below, Ids: page, At: at),
                static (writer, what) =>
                {
                    writer.WriteString("model"u8, what.Table);
                    writer.WriteString("home"u8, what.Home);
                    writer.WriteNumber("below"u8, what.Below);
                    ConvexRows.WriteIds(writer, "ids"u8, what.Ids);
                    CursorJson.Write(writer, "at"u8, what.At);
                },
                static answer => (int)ConvexValues.ReadDouble(answer),
                cancellationToken).ConfigureAwait(false);
        }

        return swept;
    }

    /// <inheritdoc/>
    public override bool CanVerify => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => rows.DigestAsync(model, home, buckets, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => rows.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => rows.ReadRowsAsync(model, home, ids, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        calls.Dispose();
        return base.DisposeAsync();
    }

    private static long Number(JsonElement from, string name) => (long)ConvexValues.ReadDouble(from.GetProperty(name));
}
