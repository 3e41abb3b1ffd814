using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The SQLite target with a gate before its sends.</summary>
internal sealed class GatedTarget(SqliteTarget inner) : HiveTarget(inner.Name)
{
    /// <summary>Runs before every send; it may wait, or throw.</summary>
    public Func<SendBatch, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>The outcome of an item, instead of sending it on; null sends it on.</summary>
    public Func<SyncItem, ItemOutcome?> Outcome { get; set; } = static _ => null;

    /// <summary>How many rows each reading of whole buckets gave.</summary>
    public List<int> BucketReads { get; } = [];

    /// <summary>Runs after rows were read by their ids, before anybody sees them.</summary>
    public Func<Task> AfterRead { get; set; } = static () => Task.CompletedTask;

    public override int MaxBatch => inner.MaxBatch;

    public override bool CanVerify => inner.CanVerify;

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => inner.PrepareAsync(models, cancellationToken);

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => inner.ReadCursorAsync(hive, cancellationToken);

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        await Before(batch, cancellationToken);
        ItemOutcome?[] scripted = [.. batch.Items.Select(item => Outcome(item))];
        SyncItem[] passed = [.. batch.Items.Where((_, index) => scripted[index] is null)];
        IReadOnlyList<ItemOutcome> outcomes = await inner.SendAsync(batch with { Items = passed }, cancellationToken);
        int next = 0;
        return [.. scripted.Select(outcome => outcome ?? outcomes[next++])];
    }

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
        => inner.SweepAsync(model, home, below, except, at, cancellationToken);

    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => inner.DigestAsync(model, home, buckets, cancellationToken);

    public override async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        IReadOnlyList<RowDigest> rows = await inner.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken);
        BucketReads.Add(rows.Count);
        return rows;
    }

    public override async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        IReadOnlyList<RowDigest> rows = await inner.ReadRowsAsync(model, home, ids, cancellationToken);
        await AfterRead();
        return rows;
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
