using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>
/// Sends batches to a target that cannot read and write a row in one step: requests without a version become guarded writes one
/// version above what was read, and whatever lost a race against another writer is read and written again. For adapters.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MergeRounds
{
    private const int MaxLost = 10;

    /// <summary>Reads the stored rows of some items, with their records: one an item, null where there is none.</summary>
    public delegate ValueTask<IReadOnlyList<TargetRow?>> Reading(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken);

    /// <summary>Writes a batch whose items are all of kind <see cref="SyncItemKind.State"/>.</summary>
    public delegate ValueTask<IReadOnlyList<ItemOutcome>> Writing(SendBatch batch, CancellationToken cancellationToken);

    /// <summary>Sends a batch of any kinds.</summary>
    /// <returns>One outcome an item, in the order of the items.</returns>
    public static ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, Reading read, Writing write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        for (int index = 0; index < batch.Items.Count; index++)
        {
            if (batch.Items[index].Kind == SyncItemKind.Merge)
            {
                return SendAllAsync(batch, read, write, cancellationToken);
            }
        }

        return write(batch, cancellationToken);
    }

    private static async ValueTask<IReadOnlyList<ItemOutcome>> SendAllAsync(SendBatch batch, Reading read, Writing write, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        int[] lost = new int[outcomes.Length];
        List<int> pending = [.. Enumerable.Range(0, outcomes.Length)];
        CursorMove? cursor = batch.Cursor;
        while (pending.Count > 0)
        {
            List<int> round = FirstOfEach(batch.Items, pending);
            (List<SyncItem> writes, List<int> writers) = await ResolveAsync(batch.Items, round, outcomes, read, cancellationToken).ConfigureAwait(false);
            HashSet<int> done = [.. round];
            if (writes.Count > 0 || cursor is not null)
            {
                IReadOnlyList<ItemOutcome> written = await write(new SendBatch(writes, cursor), cancellationToken).ConfigureAwait(false);
                cursor = null;
                for (int index = 0; index < writers.Count; index++)
                {
                    int item = writers[index];
                    outcomes[item] = written[index];
                    if (LostRace(batch.Items[item], ref outcomes[item], ref lost[item]))
                    {
                        done.Remove(item);
                    }
                }
            }

            pending.RemoveAll(done.Contains);
        }

        return outcomes;
    }

    // A record may be in a request twice: then the second comes after the first.
    private static List<int> FirstOfEach(IReadOnlyList<SyncItem> items, List<int> pending)
    {
        HashSet<(SyncModel, SqlValue)> seen = [];
        return pending.FindAll(index => seen.Add((items[index].Model, items[index].Id)));
    }

    private static async ValueTask<(List<SyncItem> Writes, List<int> Writers)> ResolveAsync(
        IReadOnlyList<SyncItem> items, List<int> round, ItemOutcome[] outcomes, Reading read, CancellationToken cancellationToken)
    {
        List<int> merges = round.FindAll(index => items[index].Kind == SyncItemKind.Merge);
        IReadOnlyList<TargetRow?> stored = await read([.. merges.Select(index => items[index])], cancellationToken).ConfigureAwait(false);
        List<SyncItem> writes = new(round.Count);
        List<int> writers = new(round.Count);
        int next = 0;
        foreach (int index in round)
        {
            SyncItem write = items[index];
            if (write.Kind == SyncItemKind.State || SyncMerge.TryResolve(items[index], stored[next++], out write, out outcomes[index]))
            {
                writes.Add(write);
                writers.Add(index);
            }
        }

        return (writes, writers);
    }

    // What was written was above what was read: it is stale only if somebody wrote in between.
    private static bool LostRace(in SyncItem item, ref ItemOutcome outcome, ref int lost)
    {
        if (item.Kind != SyncItemKind.Merge || outcome.Status != ItemStatus.Stale)
        {
            return false;
        }

        if (++lost < MaxLost)
        {
            return true;
        }

        outcome = new ItemOutcome(ItemStatus.Retry, $"{item.Model.Name} {item.RecordId} is written by others so often that this request found no gap.");
        return false;
    }
}
