namespace HiveGen.Targets.Conformance;

/// <summary>A real Hive in a folder of its own, whose dispatcher sends to a target. It tries again fast, so that outages last as long as the test wants.</summary>
public sealed class SendingHive : IAsyncDisposable
{
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
    public TargetStatus Status => Hive.StatusOf(Name);

    /// <summary>Starts if need be, and waits until everything has arrived.</summary>
    public async Task ArriveAsync()
    {
        Hive.Sync.Start();
        await Hive.Sync.WhenIdleAsync(timeout: HiveDatabaseExtensions.Limit);
    }

    /// <summary>Starts if need be, and waits until the target is so.</summary>
    public Task<TargetStatus> UntilAsync(Func<TargetStatus, bool> condition)
    {
        Hive.Sync.Start();
        return Hive.UntilAsync(Name, condition);
    }

    /// <summary>Says that what lives at a target is what the Hive has, model by model.</summary>
    public Task EqualsAsync(TargetProbe probe) => Hive.EqualsAsync(probe);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Hive.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
