using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A target behind a bad line. The faults come one a send, and end.</summary>
public sealed class FaultyTarget(HiveTarget inner, FaultPlan plan, int maxBatch) : HiveTarget(inner.Name)
{
    public override int MaxBatch => maxBatch;

    /// <summary>How many items were sent to the target behind.</summary>
    public int Items { get; private set; }

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        plan.Answer();
        return inner.PrepareAsync(models, cancellationToken);
    }

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken)
    {
        plan.Answer();
        return inner.ReadCursorAsync(hive, cancellationToken);
    }

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        plan.Answer();
        return inner.SweepAsync(model, home, below, except, at, cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        Items += batch.Items.Count;
        plan.Answer();
        switch (plan.Next())
        {
            case Fault.DroppedBefore:
                throw new TargetException(TargetFailure.Transient, "dropped before the effect");
            case Fault.DroppedAfter:
                await inner.SendAsync(batch, cancellationToken);
                throw new TargetException(TargetFailure.Transient, "dropped after the effect");
            case Fault.Throttled:
                throw new TargetException(TargetFailure.Throttled, "429", retryAfter: TimeSpan.FromMinutes(7));
            case Fault.ServerError:
                throw new HttpRequestException("500", null, System.Net.HttpStatusCode.InternalServerError);
            case Fault.Unavailable:
                throw new TargetException(TargetFailure.Transient, "503", retryAfter: TimeSpan.FromSeconds(20));
            case Fault.Hangs:
                await new TaskCompletionSource().Task;
                break;
            case Fault.HangsAfter:
                await inner.SendAsync(batch, cancellationToken);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case Fault.HalfRefused:
                return await PartAsync(batch, static (_, index) => index % 2 == 1 ? new ItemOutcome(ItemStatus.Retry, "not this one now") : null, cancellationToken);
            case Fault.Orphans:
                return await PartAsync(batch, static (item, _) => item is { Model.Name: "books", Record: not null } ? new ItemOutcome(ItemStatus.Dependency, "no such author") : null, cancellationToken);
            case Fault.Reset:
                await inner.SendAsync(new SendBatch([.. batch.Items.Take(batch.Items.Count / 2)], null), cancellationToken);
                throw new IOException("connection reset");
            case Fault.Unknown:
                throw new InvalidOperationException("what?");
            case Fault.TooLarge when batch.Items.Count > 1:
                throw new TargetException(TargetFailure.TooLarge, "413");
            case Fault.Refused when batch.Items.Count > 1:
                throw new TargetException(TargetFailure.Batch, "something in it");
        }

        return await inner.SendAsync(batch, cancellationToken);
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<IReadOnlyList<ItemOutcome>> PartAsync(SendBatch batch, Func<SyncItem, int, ItemOutcome?> refused, CancellationToken cancellationToken)
    {
        ItemOutcome?[] refusals = [.. batch.Items.Select(refused)];
        IReadOnlyList<ItemOutcome> taken = await inner.SendAsync(batch with { Items = [.. batch.Items.Where((_, index) => refusals[index] is null)] }, cancellationToken);
        int next = 0;
        return [.. refusals.Select(refusal => refusal ?? taken[next++])];
    }
}
