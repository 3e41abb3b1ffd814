using HiveGen.Targets;

namespace HiveGen.CrashChild;

/// <summary>A target that is down, and later takes everything and keeps nothing.</summary>
internal sealed class UnsteadyTarget() : HiveTarget("unsteady")
{
    private static readonly IReadOnlyList<ItemOutcome> None = [];

    private TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool up;
    private long arrived;

    /// <summary>How many items have arrived.</summary>
    public long Arrived => Interlocked.Read(ref arrived);

    /// <summary>From now on it takes what is sent.</summary>
    public void Recover() => up = true;

    /// <summary>Waits until it was tried so often from now on.</summary>
    public async Task TriedAsync(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Volatile.Read(ref tried).Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    /// <inheritdoc/>
    public override bool RemembersCursor => false;

    /// <inheritdoc/>
    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    /// <inheritdoc/>
    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => new((TargetCursor?)null);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Items.Count > 0)
        {
            Interlocked.Exchange(ref tried, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        if (!up && batch.Items.Count > 0)
        {
            // As slow as an outage that ends in a timeout.
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            throw new TargetException(TargetFailure.Transient, "It is down.");
        }

        Interlocked.Add(ref arrived, batch.Items.Count);
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        Array.Fill(outcomes, new ItemOutcome(ItemStatus.Applied));
        return outcomes.Length == 0 ? None : outcomes;
    }
}
