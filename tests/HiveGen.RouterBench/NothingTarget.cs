using HiveGen.Targets;

namespace HiveGen.RouterBench;

/// <summary>Takes everything and does nothing, so that the router alone is measured.</summary>
internal sealed class NothingTarget() : HiveTarget("nothing")
{
    private static readonly ItemOutcome[] One = [new(ItemStatus.Applied)];

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => default;

    public override ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
        => new(batch.Items.Count == 1 ? One : [.. batch.Items.Select(static _ => One[0])]);
}
