using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A target whose cursor cannot be written with the data.</summary>
internal sealed class FollowingTarget : HiveTarget
{
    private readonly ScriptedDatabase database;
    private readonly FollowingCursor cursor;

    public FollowingTarget(string name, ScriptedDatabase database, TimeProvider clock)
        : base(name)
    {
        this.database = database;
        cursor = new FollowingCursor(clock, Store);
    }

    /// <summary>Whether the cursor cannot be stored.</summary>
    public bool Fails { get; set; }

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken) => default;

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => new(database.Cursor);

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = database.Apply(batch with { Cursor = null }, new ItemOutcome?[batch.Items.Count]);
        await cursor.MoveAsync(batch.Cursor!, cancellationToken);
        return outcomes;
    }

    public override ValueTask FlushCursorAsync(CancellationToken cancellationToken) => cursor.FlushAsync(cancellationToken);

    private ValueTask Store(CursorMove move, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new TargetException(TargetFailure.Transient, "it cannot be stored");
        }

        database.Apply(new SendBatch([], move), []);
        return default;
    }
}
