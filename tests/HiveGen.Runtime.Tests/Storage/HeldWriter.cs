using Xunit;

namespace HiveGen.Tests.Storage;

/// <summary>Holds the writer inside a command, so that what is written meanwhile queues, and is executed as one group afterwards.</summary>
internal sealed class HeldWriter : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ManualResetEventSlim go = new();
    private readonly Task holding;

    private HeldWriter(TestHive hive, ManualResetEventSlim started)
    {
        holding = Task.Factory.StartNew(() => hive.Write(_ =>
        {
            started.Set();
            return go.Wait(Patience);
        }).AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public static HeldWriter Hold(TestHive hive)
    {
        using ManualResetEventSlim started = new();
        HeldWriter held = new(hive, started);
        Assert.True(started.Wait(Patience));
        return held;
    }

    public async Task ReleaseAsync()
    {
        go.Set();
        await holding.WaitAsync(Patience);
    }

    public void Dispose()
    {
        go.Set();
        holding.Wait(Patience);
        go.Dispose();
    }
}
