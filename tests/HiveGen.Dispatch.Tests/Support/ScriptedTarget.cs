using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A target that does what a test tells it.</summary>
public sealed class ScriptedTarget(string name, ScriptedDatabase? database = null) : HiveTarget(name)
{
    private readonly Lock gate = new();

    public ScriptedDatabase Database { get; } = database ?? new();

    /// <summary>How many lanes it says it has.</summary>
    public int OwnLanes { get; init; } = 1;

    public override int Lanes => OwnLanes;

    /// <summary>Runs before a batch has its effect; an exception drops it.</summary>
    public Func<SendBatch, Task>? Before { get; set; }

    /// <summary>Runs after a batch had its effect; an exception loses the answer.</summary>
    public Action<SendBatch>? After { get; set; }

    /// <summary>Runs before the target is prepared.</summary>
    public Action? Preparing { get; set; }

    /// <summary>Runs before the target is swept.</summary>
    public Action? Sweeping { get; set; }

    /// <summary>The outcome of an item, instead of applying it; null applies it.</summary>
    public Func<SyncItem, ItemOutcome?> Outcome { get; set; } = static _ => null;

    /// <summary>Whether a cancelled send ends at once.</summary>
    public bool HearsCancellation { get; set; }

    /// <summary>Whether it keeps a cursor; without one the Hive may neither ask for it nor rely on it.</summary>
    public bool KeepsCursor { get; init; } = true;

    public override bool RemembersCursor => KeepsCursor;

    public bool CanSweep { get; set; } = true;

    /// <summary>What it tells of its connections.</summary>
    public TargetConnections? Pool { get; set; }

    public override TargetConnections? Connections => Pool;

    public int Max { get; set; } = 500;

    public int MaxBytes { get; set; } = int.MaxValue;

    public override int MaxBatch => Max;

    public override int MaxBatchBytes => MaxBytes;

    public int Prepared { get; private set; }

    /// <summary>What came: the records of each batch, as <c>model/id</c>, deletes with a minus.</summary>
    public List<string[]> Batches { get; } = [];

    public List<string> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. Batches.SelectMany(static batch => batch)];
            }
        }
    }

    public override ValueTask PrepareAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        Preparing?.Invoke();
        Prepared++;
        return default;
    }

    public override ValueTask<TargetCursor?> ReadCursorAsync(string hive, CancellationToken cancellationToken) => KeepsCursor ? new(Database.Cursor) : throw new InvalidOperationException("it keeps no cursor");

    public override async ValueTask<IReadOnlyList<ItemOutcome>> SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Batches.Add([.. batch.Items.Select(static item => $"{(item.Record is null ? "-" : "")}{item.Model.Name}/{item.RecordId}")]);
        }

        if (Before is { } before)
        {
            await before(batch).WaitAsync(HearsCancellation ? cancellationToken : CancellationToken.None);
        }

        ItemOutcome[] outcomes = Database.Apply(KeepsCursor ? batch : batch with { Cursor = null }, [.. batch.Items.Select(item => Outcome(item))]);
        After?.Invoke(batch);
        return outcomes;
    }

    public override ValueTask<int> SweepAsync(SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        Sweeping?.Invoke();
        Assert.Equal(KeepsCursor, at is not null);
        return new(CanSweep ? Database.Sweep(model.Name, home, below, [.. except.Select(id => $"{model.Name}/{id}")], at) : 0);
    }
}
