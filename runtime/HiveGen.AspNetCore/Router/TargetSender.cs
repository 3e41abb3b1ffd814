using HiveGen.Targets;
using Microsoft.Extensions.Options;

namespace HiveGen.Router;

/// <summary>
/// Sends items to the router's target: in batches it can take, within a time, and in halves where it refuses a batch without saying
/// why. Thread-safe.
/// </summary>
internal sealed class TargetSender(HiveTargets targets, IOptions<HiveSyncOptions> options, TimeProvider clock)
{
    private readonly HiveTarget target = Choose(targets, options.Value.Target);

    /// <summary>One outcome an item, in order.</summary>
    /// <exception cref="TargetException">The target took nothing, or it is unknown what; sending it all again is harmless.</exception>
    public async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return [];
        }

        TimeSpan timeout = options.Value.TargetTimeout;
        using CancellationTokenSource expiry = new(timeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            await targets.PrepareAsync(target, again: false, either.Token).ConfigureAwait(false);
            return await SendAllAsync(items, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TargetException(TargetFailure.Transient, $"The target '{target.Name}' did not answer within {timeout}.", e);
        }
    }

    private static HiveTarget Choose(HiveTargets targets, string? name) => name is null
        ? targets.All is [HiveTarget first, ..] ? first : throw new HiveException("The router has no target to write to: add one, as in AddHive(hive => hive.AddSqlite(\"replica\", path)), or set Hive:Targets:<name>:Adapter.")
        : targets.Find(name) ?? throw new HiveException($"{SyncOptionsBinder.Section}:{nameof(HiveSyncOptions.Target)} is '{name}', and there is no such target. There are: {string.Join(", ", targets.All.Select(static t => t.Name))}.");

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendAllAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        if (items.Count <= target.MaxBatch)
        {
            return await SendOrSplitAsync(items, cancellationToken).ConfigureAwait(false);
        }

        List<ItemOutcome> outcomes = new(items.Count);
        foreach (SyncItem[] part in items.Chunk(target.MaxBatch))
        {
            outcomes.AddRange(await SendOrSplitAsync(part, cancellationToken).ConfigureAwait(false));
        }

        return outcomes;
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOrSplitAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOrMendAsync(items, cancellationToken).ConfigureAwait(false);
        }
        catch (TargetException e) when (e.Failure is TargetFailure.Batch or TargetFailure.TooLarge)
        {
            if (items.Count == 1)
            {
                return [new ItemOutcome(ItemStatus.Permanent, e.Message)];
            }

            int half = items.Count / 2;
            IReadOnlyList<ItemOutcome> first = await SendOrSplitAsync([.. items.Take(half)], cancellationToken).ConfigureAwait(false);
            return [.. first, .. await SendOrSplitAsync([.. items.Skip(half)], cancellationToken).ConfigureAwait(false)];
        }
    }

    private async ValueTask<IReadOnlyList<ItemOutcome>> SendOrMendAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        SendBatch batch = new(items, null);
        try
        {
            return Checked(await target.SendAsync(batch, cancellationToken).ConfigureAwait(false), items.Count);
        }
        catch (TargetException e) when (e.Failure == TargetFailure.Schema)
        {
            await targets.PrepareAsync(target, again: true, cancellationToken).ConfigureAwait(false);
            return Checked(await target.SendAsync(batch, cancellationToken).ConfigureAwait(false), items.Count);
        }
    }

    private IReadOnlyList<ItemOutcome> Checked(IReadOnlyList<ItemOutcome> outcomes, int expected) => outcomes.Count == expected
        ? outcomes
        : throw new HiveException($"The target '{target.Name}' gave {outcomes.Count} outcomes for {expected} items.");
}
