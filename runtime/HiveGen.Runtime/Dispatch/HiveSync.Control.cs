using HiveGen.Dispatch;

namespace HiveGen;

/// <content>Pausing, resuming and forgetting a target.</content>
public sealed partial class HiveSync
{
    /// <summary>Pauses a target, also over restarts; the change log keeps everything for it.</summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    public Task PauseAsync(string target, string reason = "paused by the app", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return SetPausedAsync(Find(target), reason, cancellationToken);
    }

    /// <summary>Ends a pause, and tries a failing target again at once.</summary>
    /// <exception cref="HiveException">There is no such target.</exception>
    public Task ResumeAsync(string target, CancellationToken cancellationToken = default) => SetPausedAsync(Find(target), null, cancellationToken);

    /// <summary>Forgets a target that is not configured any more, so that the change log need not be kept for it.</summary>
    /// <exception cref="HiveException">The target is configured.</exception>
    public async Task ForgetTargetAsync(string target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (loops.ContainsKey(target))
        {
            throw new HiveException($"The target '{target}' is configured. Remove it from the configuration before it is forgotten.");
        }

        await engine.Writer.RunAsync<ForgetCommand, bool>(new ForgetCommand(target), cancellationToken).ConfigureAwait(false);
    }

    private async Task SetPausedAsync(TargetLoop loop, string? reason, CancellationToken cancellationToken)
    {
        await engine.Writer.RunAsync<PauseCommand, bool>(new PauseCommand(loop.Context.Name, reason), cancellationToken).ConfigureAwait(false);
        loop.Reconnect();
    }
}
