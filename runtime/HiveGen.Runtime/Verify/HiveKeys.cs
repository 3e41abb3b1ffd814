using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>What the Hive has of a few records.</summary>
internal static class HiveKeys
{
    private static readonly PreparedSql SelectChanged = new("""SELECT "id" FROM "_hive_change" WHERE "seq" > ?1 AND "model" = ?2""");
    private static readonly PreparedSql SelectWaiting = new("""SELECT 1 FROM "_hive_parked" WHERE "target" = ?1 AND "model" = ?2 AND "id" = ?3 AND "dead" = 0""");

    /// <summary>Which of these records wait for a retry.</summary>
    public static HashSet<SqlValue> Waiting(TargetContext context, SyncModel model, IReadOnlyList<SqlValue> ids)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        HashSet<SqlValue> waiting = [];
        foreach (SqlValue id in ids)
        {
            Statement select = lease.Connection.Prepare(SelectWaiting);
            select.BindText(1, context.Name);
            select.BindText(2, model.Name);
            select.Bind(3, id);
            if (select.Step())
            {
                waiting.Add(id);
            }

            select.Reset();
        }

        return waiting;
    }

    /// <summary>The hashes of these records, and where the log ends, in one snapshot.</summary>
    /// <param name="context">The target.</param>
    /// <param name="model">The model.</param>
    /// <param name="ids">The records.</param>
    /// <param name="after">A change that the target has passed.</param>
    /// <param name="changed">Gets the records that changed after it.</param>
    /// <param name="maxSeq">Where the log ends.</param>
    /// <returns>The records that exist.</returns>
    public static Dictionary<SqlValue, ulong> Read(TargetContext context, SyncModel model, IReadOnlyList<SqlValue> ids, long after, HashSet<SqlValue> changed, out long maxSeq)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveConnection connection = lease.Connection;
        maxSeq = ChangeLog.MaxSeq(connection);
        Statement log = connection.Prepare(SelectChanged);
        log.BindInt64(1, after);
        log.BindText(2, model.Name);
        while (log.Step())
        {
            changed.Add(log.Value(0));
        }

        Dictionary<SqlValue, ulong> hashes = new(ids.Count);
        foreach (SqlValue id in ids)
        {
            Statement row = connection.Prepare(model.SelectById);
            row.Bind(1, id);
            if (row.Step())
            {
                hashes[id] = RowScan.Hash(model, row, out _);
                row.Reset();
            }
        }

        return hashes;
    }
}
