using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>
/// Decides whether a record that was refused for a missing parent is charged a try: only once the parent had its chance, which
/// is when nothing is left to send that could bring it.
/// </summary>
internal sealed class DependencyRule(TargetContext context)
{
    private static readonly PreparedSql SelectWaiting = new("""
        SELECT 1 FROM "_hive_parked" WHERE "target" = ?1 AND "model" = ?2 AND "id" = ?3 AND "dead" = 0
        """);

    /// <summary>Judges a refused record.</summary>
    /// <param name="orphan">The record.</param>
    /// <param name="sentTo">The change up to which everything was sent.</param>
    /// <param name="loads">The full loads under way.</param>
    /// <param name="round">What else this round has learnt, and not stored yet.</param>
    public ParkedChange Judge(in Orphan orphan, long sentTo, PendingLoads loads, RoundNotes round)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        HiveConnection connection = lease.Connection;
        bool chance = ChangeLog.MaxSeq(connection) <= sentTo;
        RecordKey? parent = null;
        foreach (RecordKey candidate in ParentsOf(connection, orphan.Sent.Item))
        {
            parent ??= candidate;
            if (loads.Holds(candidate.Model) || round.Parks(candidate) || IsParked(connection, candidate))
            {
                parent = candidate;
                chance = false;
                break;
            }
        }

        ParkedChange parked = chance ? Refusal.Later(context, orphan.Sent, orphan.Error) : Refusal.Uncounted(context, orphan.Sent, orphan.Error);
        return parked with { Parent = parent };
    }

    private List<RecordKey> ParentsOf(HiveConnection connection, in SyncItem item)
    {
        List<RecordKey> found = [];
        ModelParents links = context.Registry.ParentsOf(context.Registry.NumberOf(item.Model.Name));
        if (links.Select is null)
        {
            return found;
        }

        Statement select = connection.Prepare(links.Select);
        select.Bind(1, item.Id);
        if (select.Step())
        {
            for (int link = 0; link < links.Parents.Count; link++)
            {
                if (!select.IsNull(link))
                {
                    found.Add(new RecordKey(links.Parents[link].Name, select.Value(link)));
                }
            }

            select.Reset();
        }

        return found;
    }

    private bool IsParked(HiveConnection connection, in RecordKey record)
    {
        Statement select = connection.Prepare(SelectWaiting);
        select.BindText(1, context.Name);
        select.BindText(2, record.Model);
        select.Bind(3, record.Id);
        bool parked = select.Step();
        select.Reset();
        return parked;
    }
}
