using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

/// <summary>A target in memory that keeps the rules every target keeps.</summary>
public sealed class MemoryTarget(string name, int maxBatch = 500) : HiveTarget(name)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Model, SqlValue Id), Row> rows = [];

    public override int MaxBatch => maxBatch;

    public int Prepared { get; private set; }

    public List<SendBatch> Batches { get; } = [];

    /// <summary>What the next sends fail with, or do instead; null to let them be.</summary>
    public Func<SendBatch, CancellationToken, ValueTask<IReadOnlyList<ItemOutcome>?>>? Before { get; set; }

    public Row? this[string model, SqlValue id]
    {
        get
        {
            lock (gate)
            {
                return rows.GetValueOrDefault((model, id));
            }
        }
    }

    public UserSync? User(string id) => this["users", SqlValue.From(id)]?.Record as UserSync;

    public ThingSync? Thing(long id) => this["things", SqlValue.From(id)]?.Record as ThingSync;

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        Prepared++;
        return default;
    }

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => default;

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        if (Before is { } before && await before(batch, cancellationToken) is { } instead)
        {
            return instead;
        }

        lock (gate)
        {
            Batches.Add(batch);
            return [.. batch.Items.Select(Apply)];
        }
    }

    private ItemOutcome Apply(SyncItem item)
    {
        Row? old = rows.GetValueOrDefault((item.Model.Name, item.Id));
        if (old is not null && old.Home != item.Home)
        {
            return new(ItemStatus.Conflict, "The row belongs to another home.");
        }

        if (item.Kind == SyncItemKind.State)
        {
            if (old is not null && old.Version >= item.Version)
            {
                return new(ItemStatus.Stale);
            }

            rows[(item.Model.Name, item.Id)] = new Row(item.Record, item.Version, item.Home);
            return new(ItemStatus.Applied);
        }

        if (old is { Record: null } && item.Operation == SyncOperation.Update)
        {
            return new(ItemStatus.Conflict, "The record was deleted.");
        }

        SyncRecord? next = item.Record;
        if (next is not null && old?.Record is { } stored)
        {
            item.Model.Merge(stored, next);
            next = stored;
        }

        rows[(item.Model.Name, item.Id)] = new Row(next, (old?.Version ?? 0) + 1, item.Home);
        return new(ItemStatus.Applied);
    }

    public sealed record Row(SyncRecord? Record, long Version, string Home);
}
