using HiveGen.Targets;

namespace HiveGen.Hostile.Tests;

/// <summary>Takes everything and keeps what came since it was last asked.</summary>
public sealed class RecordingTarget() : HiveTarget("recording")
{
    private readonly Lock gate = new();
    private List<SyncItem> items = [];

    /// <summary>How many items ever came.</summary>
    public long Total { get; private set; }

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => default;

    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            items.AddRange(batch.Items);
            Total += batch.Items.Count;
        }

        return new([.. batch.Items.Select(static _ => new ItemOutcome(ItemStatus.Applied))]);
    }

    /// <summary>What came since the last call.</summary>
    public List<SyncItem> Take()
    {
        lock (gate)
        {
            (List<SyncItem> taken, items) = (items, []);
            return taken;
        }
    }
}
