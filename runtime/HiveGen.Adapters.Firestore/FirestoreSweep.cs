using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Makes ghosts of what a full load did not find in the Hive, and removes ghosts that are old enough.</summary>
internal sealed class FirestoreSweep(FirestoreClient client, FirestoreCursor cursors, GhostPurge purge)
{
    /// <summary>Sweeps a collection, each commit only while the cursor is where the Hive left it.</summary>
    /// <returns>How many documents became ghosts.</returns>
    /// <exception cref="TargetException">The target failed, or the cursor is elsewhere.</exception>
    public async ValueTask<int> RunAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        HashSet<SqlValue> kept = [.. except];
        FirestoreSource source = new(model);
        List<SyncItem> left = [];
        await FirestoreQuery.RunAsync(
            client,
            model,
            home,
            statesOnly: true,
            document =>
            {
                source.Load(document);
                FirestoreDocument read = FirestoreDocument.Read(document);
                if (!read.Deleted && read.Version < below && !kept.Contains(source.Id))
                {
                    // One below the load's version: a record of it that is parked comes back when it is tried again.
                    left.Add(new SyncItem(model, source.Id, source.Text(0)!, below - 1, home, Record: null));
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        FirestoreBatch batch = new(client, new FirestoreSweepGuard(cursors, home, at));
        int swept = 0;
        foreach (SyncItem[] items in left.Chunk(FirestoreWrite.MaxWrites - 1)) // one is the cursor
        {
            foreach (ItemOutcome outcome in await batch.RunAsync(items, cancellationToken).ConfigureAwait(false))
            {
                swept += outcome.Status switch
                {
                    ItemStatus.Applied => 1,
                    ItemStatus.Stale => 0,
                    _ => throw new TargetException(TargetFailure.Transient, $"A document of {model.Name} was not swept: {outcome.Error}"),
                };
            }
        }

        return swept;
    }

    /// <summary>Removes old ghosts, if that is due: a chunk of each collection.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public async ValueTask PurgeIfDueAsync(IReadOnlyList<SyncModel> models, CursorMove move, CancellationToken cancellationToken)
    {
        if (!purge.IsDue(move, out long before, out long passed))
        {
            return;
        }

        foreach (SyncModel model in models)
        {
            List<FirestoreDocument> old = await FirestoreGhosts.FindAsync(client, model, move.Hive, before, cancellationToken).ConfigureAwait(false);
            using FirestoreWrite write = new();
            foreach (FirestoreDocument ghost in old)
            {
                if (ghost.Home == GhostPurge.HttpHome || ghost.Version <= passed)
                {
                    write.TryDelete(ghost);
                }
            }

            if (write.Count > 0)
            {
                // One that was revived meanwhile stays: its time is another.
                (await client.CallAsync("batchWrite", write.End(), isLong: false, cancellationToken).ConfigureAwait(false)).Dispose();
            }
        }
    }
}
