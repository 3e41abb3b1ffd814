using System.Collections.Concurrent;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Passes everything on, and tells whether a call is under way and how calls failed.</summary>
internal sealed class WatchedTarget(HiveTarget inner) : HiveTarget(inner.Name)
{
    private int inFlight;

    public bool InFlight => Volatile.Read(ref inFlight) > 0;

    /// <summary>Whether it lets its rows be compared.</summary>
    public bool Readable { get; init; } = true;

    public override bool CanVerify => Readable && inner.CanVerify;

    public ConcurrentDictionary<TargetFailure, int> Failures { get; } = new();

    public override int MaxBatch => inner.MaxBatch;

    public override int MaxBatchBytes => inner.MaxBatchBytes;

    public override int Lanes => inner.Lanes;

    public override bool RemembersCursor => inner.RemembersCursor;

    public override async ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
        => await WatchAsync(async () =>
        {
            await inner.PrepareAsync(models, cancellationToken);
            return true;
        });

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
        => WatchAsync(() => inner.ReadCursorAsync(hive, cancellationToken));

    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
        => WatchAsync(() => inner.SendAsync(batch, cancellationToken));

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
        => WatchAsync(() => inner.SweepAsync(model, home, below, except, at, cancellationToken));

    public override ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
        => WatchAsync(() => inner.DigestAsync(model, home, buckets, cancellationToken));

    public override ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
        => WatchAsync(() => inner.ReadBucketsAsync(model, home, buckets, wanted, limit, cancellationToken));

    public override ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
        => WatchAsync(() => inner.ReadRowsAsync(model, home, ids, cancellationToken));

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<T> WatchAsync<T>(Func<ValueTask<T>> call)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            return await call();
        }
        catch (TargetException failure)
        {
            Failures.AddOrUpdate(failure.Failure, 1, static (_, count) => count + 1);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }
}
