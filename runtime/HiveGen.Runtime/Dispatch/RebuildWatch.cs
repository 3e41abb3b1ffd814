using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Dispatch;

/// <summary>Tells how far the full loads of a target have come, model by model.</summary>
internal sealed class RebuildWatch
{
    private readonly TargetContext context;
    private readonly IProgress<RebuildProgress> progress;
    private readonly List<Watched> models = [];
    private readonly long begin;

    /// <summary>Counts the records, those included that a load under way has sent already.</summary>
    public RebuildWatch(TargetContext context, IProgress<RebuildProgress> progress)
    {
        this.context = context;
        this.progress = progress;
        using ReaderLease lease = context.Engine.Readers.Rent();
        lease.BeginSnapshot();
        begin = ChangeLog.MaxSeq(lease.Connection);
        Dictionary<string, LoadMemory> loads = LoadMemory.Read(lease.Connection, context.Name);
        foreach (HiveModel model in context.Engine.Schema.Models)
        {
            if (model.Sync is not { } sync)
            {
                continue;
            }

            long total = Count(lease.Connection, model, sync, upTo: default);
            LoadMemory? pending = loads.TryGetValue(sync.Name, out LoadMemory? load) && !load.Done ? load : null;
            long sent = pending is { LastId.IsNull: false } ? Count(lease.Connection, model, sync, pending.LastId) : 0;
            long known = pending is null ? 0 : CountOf(sync.Name, pending.AsOf);
            models.Add(new Watched(sync.Name, total, Math.Max(0, sent - known), pending?.AsOf));
        }
    }

    /// <summary>Tells what has moved since the last time.</summary>
    public void Report()
    {
        foreach (Watched model in models)
        {
            long done = Math.Min(model.Total, model.Before + CountOf(model.Name, model.AsOf));
            if (done != model.Reported)
            {
                model.Reported = done;
                progress.Report(new RebuildProgress(model.Name, done, model.Total));
            }
        }
    }

    /// <summary>Tells that everything was sent.</summary>
    public void End()
    {
        foreach (Watched model in models)
        {
            if (model.Reported != model.Total)
            {
                progress.Report(new RebuildProgress(model.Name, model.Total, model.Total));
            }
        }
    }

    private static long Count(HiveConnection connection, HiveModel model, SyncModel sync, in SqlValue upTo)
    {
        string where = upTo.IsNull ? "" : $" WHERE {SqlText.Quote(sync.Fields[0].Column)} <= ?1";
        Statement count = connection.Prepare($"SELECT count(*) FROM {SqlText.Quote(model.Table)}{where}");
        if (!upTo.IsNull)
        {
            count.Bind(1, upTo);
        }

        long rows = count.Step() ? count.Int64(0) : 0;
        count.Reset();
        return rows;
    }

    // A load of before does not count: the one that is waited for has a version of its own.
    private long CountOf(string model, long? asOf)
        => context.Progress.Loaded(model) is { } count && (asOf is { } joined ? count.AsOf == joined : count.AsOf > begin) ? count.Records : 0;

    private sealed class Watched(string name, long total, long before, long? asOf)
    {
        public string Name => name;

        public long Total => total;

        public long Before => before;

        public long? AsOf => asOf;

        public long Reported { get; set; } = -1;
    }
}
