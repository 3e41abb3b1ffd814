using System.Collections.Concurrent;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A target that takes everything, unless the test says otherwise.</summary>
internal sealed class MoodyTarget(string name) : HiveTarget(name)
{
    private TargetCursor? cursor;

    /// <summary>Called before each batch; may throw or wait.</summary>
    public Func<SendBatch, Task>? Before { get; set; }

    /// <summary>What becomes of an item; null for the usual.</summary>
    public Func<SyncItem, ItemOutcome?>? Outcome { get; set; }

    public ConcurrentQueue<SyncItem> Arrived { get; } = [];

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => new(cursor);

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        await (Before?.Invoke(batch) ?? Task.CompletedTask);
        List<ItemOutcome> outcomes = [];
        foreach (SyncItem item in batch.Items)
        {
            outcomes.Add(Outcome?.Invoke(item) ?? new ItemOutcome(ItemStatus.Applied));
            Arrived.Enqueue(item);
        }

        cursor = batch.Cursor?.To ?? cursor;
        return outcomes;
    }
}
