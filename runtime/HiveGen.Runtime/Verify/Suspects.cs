using HiveGen.Dispatch;
using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>
/// Looks at records that seemed to differ, one by one, until it is certain. The fence: the target has passed a change, its row
/// is read after that, and the Hive's record did not change since. Then nothing is in flight, and a difference is one.
/// </summary>
internal sealed class Suspects(TargetContext context, SyncModel model, VersionRange versions, VerifyOptions options, VerifyTally tally)
{
    private const int ChunkKeys = 500;
    private const int Rounds = 20;

    /// <summary>Looks at them, and repairs what differs if that is wanted.</summary>
    /// <param name="ids">The records.</param>
    /// <param name="running">Whether the sync is started.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask CheckAsync(List<SqlValue> ids, Func<bool> running, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds && ids.Count > 0; round++)
        {
            await TargetWait.SettledAsync(context, ChangeLog.MaxSeq(context.Engine.Readers), running, report: null, cancellationToken).ConfigureAwait(false);
            List<SqlValue> unsettled = [];
            foreach (SqlValue[] chunk in ids.Chunk(ChunkKeys))
            {
                await CheckChunkAsync(chunk, unsettled, cancellationToken).ConfigureAwait(false);
            }

            ids = unsettled;
        }

        tally.Unsettled += ids.Count;
    }

    private async ValueTask CheckChunkAsync(SqlValue[] ids, List<SqlValue> unsettled, CancellationToken cancellationToken)
    {
        // In this order: what waits and how far the target is, then the target's rows, then the Hive's.
        HashSet<SqlValue> inFlight = HiveKeys.Waiting(context, model, ids);
        long passed = context.Progress.Snapshot().Seq;
        (SyncModel Model, string Home, SqlValue[] Ids) wanted = (model, context.Engine.HiveId, ids);
        IReadOnlyList<RowDigest> found = await Deadline.RunAsync(
            context,
            wanted,
            static (target, what, token) => target.ReadRowsAsync(what.Model, what.Home, what.Ids, token),
            options.ReadTimeout,
            cancellationToken).ConfigureAwait(false);
        Dictionary<SqlValue, RowDigest> rows = new(found.Count);
        foreach (RowDigest row in found)
        {
            rows[row.Id] = row;
        }

        Dictionary<SqlValue, ulong> hashes = HiveKeys.Read(context, model, ids, passed, inFlight, out long maxSeq);
        List<SqlValue> dirty = [];
        foreach (SqlValue id in ids)
        {
            RowDigest? row = rows.TryGetValue(id, out RowDigest digest) ? digest : null;
            if (versions.Judge(hashes.TryGetValue(id, out ulong hash) ? hash : null, row, maxSeq) is not { } kind)
            {
                continue;
            }

            if (inFlight.Contains(id))
            {
                unsettled.Add(id);
                continue;
            }

            tally.Add(model, id, kind, row, versions.High(maxSeq));
            dirty.Add(id);
        }

        if (options.Repair && dirty.Count > 0)
        {
            tally.Repaired += await context.Engine.Writer.RunAsync<MarkDirtyCommand, int>(new MarkDirtyCommand(model.Name, dirty), cancellationToken).ConfigureAwait(false);
        }
    }
}
