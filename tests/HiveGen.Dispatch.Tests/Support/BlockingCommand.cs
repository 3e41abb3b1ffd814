using HiveGen.Storage;

namespace HiveGen.Tests;

/// <summary>Holds up the writer until it is told to go on.</summary>
internal readonly struct BlockingCommand(TaskCompletionSource reached, ManualResetEventSlim release) : IWriteCommand<bool>
{
    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        reached.TrySetResult();
        return release.Wait(TimeSpan.FromSeconds(90));
    }
}
