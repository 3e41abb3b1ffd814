using HiveGen.Storage;

namespace HiveGen.Targets.Conformance;

/// <summary>Looks into a running Hive of any app.</summary>
public static class HiveDatabaseExtensions
{
    /// <summary>How long a test waits for what must come; only a failing one waits so long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>How a target is doing.</summary>
    public static TargetStatus StatusOf(this HiveDatabase hive, string target) => hive.Sync.Status.Targets.Single(status => status.Name == target);

    /// <summary>Waits until a target is so.</summary>
    public static async Task<TargetStatus> UntilAsync(this HiveDatabase hive, string target, Func<TargetStatus, bool> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        while (true)
        {
            // Taken before the condition is looked at, so that a change between the two is not missed.
            Task changed = hive.Sync.ProgressOf(target).Changed;
            TargetStatus status = hive.StatusOf(target);
            if (condition(status))
            {
                return status;
            }

            await changed.WaitAsync(limit.Token);
        }
    }

    /// <summary>The records of a model as lines of their fields.</summary>
    public static List<string> Records(this HiveDatabase hive, SyncModel model)
    {
        using ReaderLease lease = hive.Engine.Readers.Rent();
        Statement rows = lease.Connection.Prepare(model.SelectFirst);
        rows.BindInt64(1, int.MaxValue);
        List<string> records = [];
        while (rows.Step())
        {
            records.Add(RowText.Values(model, ValueSink.Of(model, model.Read(new StatementSource(rows)))));
        }

        return records;
    }

    /// <summary>Says that what lives at a target is what the Hive has, model by model.</summary>
    public static async Task EqualsAsync(this HiveDatabase hive, TargetProbe probe)
    {
        foreach (SyncModel model in hive.Engine.Schema.Synced)
        {
            IReadOnlyList<StoredRow> rows = await probe.ReadAsync(model);
            Lines.Equal(hive.Records(model), rows.Where(static row => !row.Deleted).Select(row => RowText.Values(model, row.Values)));
        }
    }
}
