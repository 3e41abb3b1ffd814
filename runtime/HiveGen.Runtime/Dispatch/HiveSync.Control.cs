using HiveGen.Dispatch;

namespace HiveGen;

/// <content>Pausing, resuming and forgetting a target.</content>
public sealed partial class HiveSync
{
    /// <summary>
    /// Pauses a target, also over restarts; the change log keeps everything for it. When this returns, no further batch is begun:
    /// a send under way was waited for, at most <see cref="HiveDispatchOptions.SendTimeout"/>.
    /// </summary>
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
        int question = loop.Reconnect();
        if (reason is not null && workers.Running)
        {
            await AnswerAsync(loop.Context.Progress, question, cancellationToken).ConfigureAwait(false);
        }
    }

    // Between two batches the loop hears of it, so a send's time is enough; a sweep may take longer, and sends no records.
    private async Task AnswerAsync(TargetProgress progress, int question, CancellationToken cancellationToken)
    {
        for (Task changed = progress.Changed; !progress.Answered(question); changed = progress.Changed)
        {
            try
            {
                await changed.WaitAsync(engine.Options.Dispatch.SendTimeout, engine.Clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return;
            }
        }
    }
}
