using HiveGen.Adapters.Http;
using HiveGen.TestModels;
using Microsoft.Extensions.Logging;

namespace HiveGen.Tests;

/// <summary>A Hive that sends to a router, on a clock that moves only when told.</summary>
internal sealed class Edge : IAsyncDisposable
{
    public const string Target = "central";

    private readonly FaultProxy? proxy;

    public Edge(string path, string url, RouterTargetOptions? options = null, FaultProxy? proxy = null, FakeTimeProvider? clock = null)
    {
        this.proxy = proxy;
        Path = path;
        Clock = clock ?? new FakeTimeProvider();
        Sender = new WatchedTarget(new RouterTarget(Target, url, (options ?? new RouterTargetOptions()) with { Secret = options is null ? CentralApp.Secret : options.Secret, Clock = Clock }));
        Hive = Hive.Open(new HiveOptions
        {
            Path = path,
            LockTimeout = TimeSpan.Zero,
            Clock = Clock,
            Targets = { Sender },
            Dispatch = { SafetyInterval = TimeSpan.FromMinutes(1) }, // fewer timers to move the clock over
            LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace)),
        });
    }

    public string Path { get; }

    public FakeTimeProvider Clock { get; }

    public WatchedTarget Sender { get; }

    public Hive Hive { get; }

    public LogLines Log { get; } = new();

    public TargetStatus Status => Hive.Sync.Status.Targets.Single();

    /// <summary>Moves the clock until everything has arrived; it stands still while the router works.</summary>
    public async Task DrainAsync()
    {
        Hive.Sync.Start();
        await Clock.RunUntilAsync(Hive.Sync.WhenIdleAsync(Target, TimeSpan.FromDays(3650)), Holds);
    }

    /// <summary>Compares the target with the Hive.</summary>
    public async Task<VerifyReport> VerifyAsync(VerifyOptions? options = null)
    {
        Hive.Sync.Start();
        Task<VerifyReport> report = Hive.Sync.VerifyAsync(Target, options);
        await Clock.RunUntilAsync(report, Holds);
        return await report;
    }

    /// <summary>Sends everything again.</summary>
    public async Task RebuildAsync()
    {
        Hive.Sync.Start();
        await Clock.RunUntilAsync(Hive.Sync.RebuildAsync(Target), Holds);
    }

    /// <summary>Lets this much time pass; the clock stands still while the router works.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Hive.Sync.Start();
        await Clock.RunUntilAsync(Task.Delay(time, Clock), Holds);
    }

    /// <summary>Moves the clock until the target is as it is asked for.</summary>
    public async Task<TargetStatus> UntilAsync(Func<TargetStatus, bool> condition)
    {
        Hive.Sync.Start();
        await Clock.RunUntilAsync(() => condition(Status), Holds);
        return Status;
    }

    public ValueTask DisposeAsync() => Hive.DisposeAsync();

    private bool Holds()
    {
        bool hangs = proxy is { Hanging: > 0 };
        // What compares or asks the router is no loop of the Hive.
        return Hive.Sync.Work.AtWork > (hangs ? Hive.Sync.Work.Calling : 0) || (Sender.InFlight && !hangs);
    }
}
