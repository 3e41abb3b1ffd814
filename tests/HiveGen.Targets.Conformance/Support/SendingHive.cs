using HiveGen.Storage;

namespace HiveGen.Targets.Conformance;

/// <summary>A real Hive in a folder of its own, whose dispatcher sends to a target. It tries again fast, so that outages last as long as the test wants.</summary>
public sealed class SendingHive : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come; only a failing one waits so long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hivegen-");

    /// <summary>Opens a Hive that owns the target.</summary>
    public SendingHive(HiveTarget target, Action<HiveOptions>? configure = null)
    {
        HiveOptions options = new()
        {
            Path = Path.Combine(folder.FullName, "hive.db"),
            Synchronous = HiveSynchronous.Normal,
            Targets = { target },
            Dispatch =
            {
                FirstRetry = TimeSpan.FromMilliseconds(50),
                LongestRetry = TimeSpan.FromMilliseconds(200),
                ConfigurationRetry = TimeSpan.FromMilliseconds(200),
            },
        };
        configure?.Invoke(options);
        Name = target.Name;
        Hive = Hive.Open(options);
    }

    /// <summary>The Hive.</summary>
    public Hive Hive { get; }

    /// <summary>The target's name.</summary>
    public string Name { get; }

    /// <summary>How the target is doing.</summary>
    public TargetStatus Status => Hive.Sync.Status.Targets.Single(target => target.Name == Name);

    /// <summary>Starts if need be, and waits until everything has arrived.</summary>
    public async Task ArriveAsync()
    {
        Hive.Sync.Start();
        await Hive.Sync.WhenIdleAsync(timeout: Limit);
    }

    /// <summary>Starts if need be, and waits until the target is so.</summary>
    public async Task<TargetStatus> UntilAsync(Func<TargetStatus, bool> condition)
    {
        Hive.Sync.Start();
        using CancellationTokenSource limit = new(Limit);
        while (true)
        {
            Task changed = Hive.Sync.ProgressOf(Name).Changed;
            TargetStatus status = Status;
            if (condition(status))
            {
                return status;
            }

            await changed.WaitAsync(limit.Token);
        }
    }

    /// <summary>The records of a model as lines of their fields.</summary>
    public List<string> Records(SyncModel model)
    {
        using ReaderLease lease = Hive.Engine.Readers.Rent();
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
    public async Task EqualsAsync(TargetProbe probe)
    {
        foreach (SyncModel model in Items.Models)
        {
            IReadOnlyList<StoredRow> rows = await probe.ReadAsync(model);
            Lines.Equal(Records(model), rows.Where(static row => !row.Deleted).Select(row => RowText.Values(model, row.Values)));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Hive.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
