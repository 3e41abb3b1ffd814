using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Which records are parked.</summary>
internal static class ParkedIds
{
    private static readonly PreparedSql Select = new("""SELECT "id" FROM "_hive_parked" WHERE "target" = ?1 AND "model" = ?2""");

    /// <summary>The ids of a model's records that are parked or dead, though they live in the Hive.</summary>
    public static List<SqlValue> ReadLive(TargetContext context, SyncModel model)
    {
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        Statement parked = lease.Connection.Prepare(Select);
        parked.BindText(1, context.Name);
        parked.BindText(2, model.Name);
        List<SqlValue> ids = [];
        while (parked.Step())
        {
            SqlValue id = parked.Value(0);
            Statement live = lease.Connection.Prepare(model.SelectById);
            live.Bind(1, id);
            if (live.Step())
            {
                live.Reset();
                ids.Add(id);
            }
        }

        return ids;
    }
}
