using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;

namespace HiveGen.CrashChild;

/// <summary>A SQLite target that tells what it is about to do, in small batches, and that can be without a memory of its own.</summary>
/// <param name="path">Its file.</param>
/// <param name="cursor">Whether it keeps the Hive's cursor.</param>
/// <param name="reach">Called at the points of sending.</param>
public sealed class DrillTarget(string path, bool cursor, Action<KillPoint>? reach = null) : HiveTarget("replica")
{
    private readonly SqliteTarget inner = new("replica", path);
    private bool loading;
    private int sent;

    /// <summary>Whether a rebuild is under way.</summary>
    public bool Rebuilding { get; set; }

    /// <summary>How many items came.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <inheritdoc/>
    public override int MaxBatch => 25;

    /// <inheritdoc/>
    public override bool RemembersCursor => cursor;

    /// <inheritdoc/>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => inner.PrepareAsync(models, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
    {
        TargetCursor? known = await inner.ReadCursorAsync(hive, cancellationToken).ConfigureAwait(false);

        // A target that was never met is loaded first.
        loading = known is null;
        return known;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        bool any = batch.Items.Count > 0;
        if (any)
        {
            Interlocked.Add(ref sent, batch.Items.Count);
            reach?.Invoke(KillPoint.BeforeSend);
        }

        IReadOnlyList<ItemOutcome> outcomes = await inner.SendAsync(cursor ? batch : batch with { Cursor = null }, cancellationToken).ConfigureAwait(false);
        if (any)
        {
            reach?.Invoke(Rebuilding ? KillPoint.Rebuild : loading ? KillPoint.Load : KillPoint.AfterSend);
        }

        return outcomes;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        reach?.Invoke(KillPoint.Sweep);
        int swept = await inner.SweepAsync(model, home, below, except, at, cancellationToken).ConfigureAwait(false);
        reach?.Invoke(KillPoint.Sweep);
        return swept;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
