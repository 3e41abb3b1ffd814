namespace HiveGen.Targets;

/// <summary>Lets a target be prepared once, however many senders wait for it.</summary>
internal sealed class TargetGate(HiveTarget target) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile bool prepared;

    public HiveTarget Target { get; } = target;

    public ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, bool again, CancellationToken cancellationToken)
        => prepared && !again ? default : Enter(models, again, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    private async ValueTask Enter(IReadOnlyList<SyncModel> models, bool again, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (again || !prepared)
            {
                prepared = false;
                // A target that does not look at its token may hang: whoever comes next may still try.
                await Target.PrepareAsync(models, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
                prepared = true;
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
