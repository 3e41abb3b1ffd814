using HiveGen.Dispatch;

namespace HiveGen;

/// <content>Dead letters.</content>
public sealed partial class HiveSync
{
    /// <summary>Tries every dead letter of a target again, at once, with what its record is now.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="HiveException">There is no such target.</exception>
    public async Task<int> RetryDeadAsync(string target, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        int count = await engine.Writer.RunAsync<RetryDeadCommand, int>(new RetryDeadCommand(target, loop.Context.NowMicros), cancellationToken).ConfigureAwait(false);
        loop.Reconnect();
        return count;
    }
}
