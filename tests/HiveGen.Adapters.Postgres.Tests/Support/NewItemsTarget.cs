namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A PostgreSQL target to which every item is said to be new, rightly or wrongly.</summary>
public sealed class NewItemsTarget(HiveTarget inner) : HiveTarget(inner.Name)
{
    /// <summary>Runs after a batch was committed; an exception loses the answer.</summary>
    public Action<SendBatch> Answering { get; init; } = static _ => { };

    public override int MaxBatch => inner.MaxBatch;

    public override int MaxBatchBytes => inner.MaxBatchBytes;

    public override int Lanes => inner.Lanes;

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => inner.PrepareAsync(models, cancellationToken);

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => inner.ReadCursorAsync(hive, cancellationToken);

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        SendBatch hinted = batch with { Items = [.. batch.Items.Select(static item => item with { IsNew = true })] };
        IReadOnlyList<ItemOutcome> outcomes = await inner.SendAsync(hinted, cancellationToken);
        Answering(batch);
        return outcomes;
    }

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
        => inner.SweepAsync(model, home, below, except, at, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
