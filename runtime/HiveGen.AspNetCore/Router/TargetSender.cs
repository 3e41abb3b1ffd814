using HiveGen.Security;
using HiveGen.Targets;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>
/// Sends items to the router's target: in batches it can take, within a time, and in halves where it refuses a batch without saying
/// why. Thread-safe.
/// </summary>
internal sealed class TargetSender(HiveTargets targets, LiveSyncOptions live, TimeProvider clock)
{
    private const int TableFactor = 10; // a sweep, or a comparison, looks at a whole table

    private readonly HiveTarget target = Choose(targets, live.Current.Target);

    /// <summary>Whether the target keeps the cursors of remote Hives. Known once it is prepared.</summary>
    public bool RemembersCursor => target.RemembersCursor;

    /// <summary>Whether the target's rows can be compared. Known once it is prepared.</summary>
    public bool CanVerify => target.CanVerify;

    /// <summary>One outcome an item, in order.</summary>
    /// <param name="items">The items; there may be none when only a cursor moves.</param>
    /// <param name="cursor">The move of a remote Hive's cursor that goes with them; null for the original's requests.</param>
    /// <param name="caller">The request: when its caller goes away, the target is told.</param>
    /// <exception cref="TargetException">The target took nothing, or it is unknown what; sending it all again is harmless.</exception>
    public ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(IReadOnlyList<SyncItem> items, CursorMove? cursor, HttpContext caller)
        => items.Count == 0 && cursor is null ? new([])
            : RunAsync((Sender: this, Items: items, Cursor: cursor), static (what, token) => what.Sender.SendAllAsync(what.Items, what.Cursor, token), 1, caller);

    /// <summary>Makes sure that the target is there and ready.</summary>
    /// <exception cref="TargetException">It is not.</exception>
    public async ValueTask PrepareAsync(HttpContext caller)
        => await RunAsync(true, static (ready, _) => ValueTask.FromResult(ready), 1, caller).ConfigureAwait(false);

    /// <summary>The cursor of a remote Hive; null when there is none, or the target keeps none.</summary>
    /// <exception cref="TargetException">It cannot be read.</exception>
    public ValueTask<TargetCursor?> ReadCursorAsync(string hive, HttpContext caller)
        => RunAsync((Target: target, Hive: hive), static (what, token) => what.Target.RemembersCursor ? what.Target.ReadCursorAsync(what.Hive, token) : default, 1, caller);

    /// <summary>Makes ghosts of a home's rows that a full load did not write.</summary>
    /// <exception cref="TargetException">It failed, or the cursor is not there; sweeping again is harmless.</exception>
    public ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, HttpContext caller)
        => RunAsync(
            (Target: target, Model: model, Home: home, Below: below, Except: except, At: at),
            static (what, token) => what.Target.SweepAsync(what.Model, what.Home, what.Below, what.Except, what.At, token),
            TableFactor,
            caller);

    /// <summary>Counts and hashes a home's rows by buckets.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, HttpContext caller)
        => RunAsync(
            (Target: target, Model: model, Home: home, Buckets: buckets),
            static (what, token) => what.Target.DigestAsync(what.Model, what.Home, what.Buckets, token),
            TableFactor,
            caller);

    /// <summary>A home's rows of some buckets.</summary>
    /// <exception cref="TargetException">The target failed, or there are more rows than the limit.</exception>
    public ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, HttpContext caller)
        => RunAsync(
            (Target: target, Model: model, Home: home, Buckets: buckets, Wanted: wanted, Limit: limit),
            static (what, token) => what.Target.ReadBucketsAsync(what.Model, what.Home, what.Buckets, what.Wanted, what.Limit, token),
            TableFactor,
            caller);

    /// <summary>A home's rows of these ids.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, HttpContext caller)
        => RunAsync(
            (Target: target, Model: model, Home: home, Ids: ids),
            static (what, token) => what.Target.ReadRowsAsync(what.Model, what.Home, what.Ids, token),
            1,
            caller);

    private static HiveTarget Choose(HiveTargets targets, string? name) => name is null
        ? targets.All is [HiveTarget first, ..] ? first : throw new HiveException("The router has no target to write to: add one, as in AddHive(hive => hive.AddSqlite(\"replica\", path)), or set Hive:Targets:<name>:Adapter.")
        : targets.Find(name) ?? throw new HiveException($"{SyncOptionsBinder.Section}:{nameof(HiveSyncOptions.Target)} is '{name}', and there is no such target. There are: {string.Join(", ", targets.All.Select(static t => t.Name))}.");

    // A target that answers at once costs neither a timer nor a link to the caller.
    private ValueTask<TResult> RunAsync<TArgument, TResult>(TArgument argument, Func<TArgument, CancellationToken, ValueTask<TResult>> call, int times, HttpContext caller)
    {
        CancellationTokenSource stop = new();
        ValueTask prepared = targets.PrepareAsync(target, again: false, stop.Token);
        ValueTask<TResult> running = prepared.IsCompletedSuccessfully ? call(argument, stop.Token) : RunAfterAsync(prepared, argument, call, stop.Token);
        return running.IsCompletedSuccessfully ? running : WaitAsync(running, stop, live.Current.TargetTimeout * times, caller.RequestAborted);
    }

    private static async ValueTask<TResult> RunAfterAsync<TArgument, TResult>(ValueTask prepared, TArgument argument, Func<TArgument, CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken)
    {
        await prepared.ConfigureAwait(false);
        return await call(argument, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TResult> WaitAsync<TResult>(ValueTask<TResult> running, CancellationTokenSource stop, TimeSpan timeout, CancellationToken aborted)
    {
        Task<TResult> task = running.AsTask();
        // Not disposed: a timer that fires late must find it alive, and it holds nothing.
        using ITimer timer = clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), stop, timeout, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration gone = aborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), stop);
        try
        {
            return await task.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new TargetException(TargetFailure.Transient, $"The target '{target.Name}' did not answer within {timeout}.", e);
        }
        finally
        {
            if (!task.IsCompleted)
            {
                // It does not look at its token: it goes on alone, and its failure is not unobserved.
                _ = task.ContinueWith(static abandoned => _ = abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private ValueTask<IReadOnlyList<ItemOutcome>> SendAllAsync(IReadOnlyList<SyncItem> items, CursorMove? cursor, CancellationToken cancellationToken)
        => items.Count <= target.MaxBatch ? SendOrSplitAsync(new SendBatch(items, cursor), cancellationToken) : SendPartsAsync(items, cursor, cancellationToken);

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendPartsAsync(IReadOnlyList<SyncItem> items, CursorMove? cursor, CancellationToken cancellationToken)
    {
        List<ItemOutcome> outcomes = new(items.Count);
        foreach (SyncItem[] part in items.Chunk(target.MaxBatch))
        {
            bool last = outcomes.Count + part.Length == items.Count;
            CursorMove? move = last ? cursor : cursor?.Begun();
            outcomes.AddRange(await SendOrSplitAsync(new SendBatch(part, move), cancellationToken).ConfigureAwait(false));
            cursor = After(cursor, move);
        }

        return outcomes;
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOrSplitAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOrMendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (TargetException e) when (e.Failure is TargetFailure.Batch or TargetFailure.TooLarge && batch.Items.Count > 0)
        {
            if (batch.Items.Count > 1)
            {
                return await SendHalvesAsync(batch, cancellationToken).ConfigureAwait(false);
            }

            if (batch.Cursor is { } move && move.From != move.To)
            {
                await SendOrMendAsync(new SendBatch([], move), cancellationToken).ConfigureAwait(false);
            }

            return [new ItemOutcome(ItemStatus.Permanent, e.Message)];
        }
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendHalvesAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        int half = batch.Items.Count / 2;
        CursorMove? check = batch.Cursor?.Begun();
        IReadOnlyList<ItemOutcome> first = await SendOrSplitAsync(new SendBatch([.. batch.Items.Take(half)], check), cancellationToken).ConfigureAwait(false);
        SendBatch rest = new([.. batch.Items.Skip(half)], After(batch.Cursor, check));
        return [.. first, .. await SendOrSplitAsync(rest, cancellationToken).ConfigureAwait(false)];
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOrMendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return Counted(await target.SendAsync(batch, cancellationToken).ConfigureAwait(false), batch.Items.Count);
        }
        catch (TargetException e) when (e.Failure == TargetFailure.Schema)
        {
            await targets.PrepareAsync(target, again: true, cancellationToken).ConfigureAwait(false);
            return Counted(await target.SendAsync(batch, cancellationToken).ConfigureAwait(false), batch.Items.Count);
        }
    }

    private static CursorMove? After(CursorMove? cursor, CursorMove? done) => cursor is null ? null : cursor with { From = done!.To };

    private IReadOnlyList<ItemOutcome> Counted(IReadOnlyList<ItemOutcome> outcomes, int expected) => outcomes.Count == expected
        ? outcomes
        : throw new HiveException($"The target '{target.Name}' gave {outcomes.Count} outcomes for {expected} items.");
}
