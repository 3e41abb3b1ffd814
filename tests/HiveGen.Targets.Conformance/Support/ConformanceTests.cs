namespace HiveGen.Targets.Conformance;

/// <summary>The base of the suite's facts: an empty database and a target on it.</summary>
/// <param name="probe">The database; the test owns it.</param>
public abstract class ConformanceTests(TargetProbe probe) : IAsyncLifetime
{
    private readonly List<HiveTarget> targets = [];

    /// <summary>The database.</summary>
    protected TargetProbe Probe { get; } = probe;

    /// <summary>A target on it, which was not prepared.</summary>
    protected HiveTarget Target { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        await Probe.ResetAsync();
        Target = Open();
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        foreach (HiveTarget target in targets)
        {
            await target.DisposeAsync();
        }

        await Probe.DisposeAsync();
    }

    /// <summary>One more target on the database, closed at the end.</summary>
    protected HiveTarget Open() => Keep(Probe.Create());

    /// <summary>Closes a target at the end.</summary>
    protected HiveTarget Keep(HiveTarget target)
    {
        targets.Add(target);
        return target;
    }

    /// <summary>Makes the tables of some models, or of all.</summary>
    protected async Task PrepareAsync(params IReadOnlyList<SyncModel> models)
    {
        IReadOnlyList<SyncModel> chosen = models.Count == 0 ? Items.Models : models;
        if (!Probe.MakesSchema)
        {
            await Probe.DeployAsync(chosen);
        }

        await Target.PrepareAsync(chosen, CancellationToken.None);
    }

    /// <summary>Sends a batch without a cursor, as the router does.</summary>
    protected async Task<IReadOnlyList<ItemOutcome>> SendAsync(params IReadOnlyList<SyncItem> items)
    {
        IReadOnlyList<ItemOutcome> outcomes = await Target.SendAsync(new SendBatch(items, null), CancellationToken.None);
        Assert.Equal(items.Count, outcomes.Count);
        return outcomes;
    }

    /// <summary>Sends one item alone.</summary>
    protected async Task<ItemStatus> StatusOf(SyncItem item) => Assert.Single(await SendAsync(item)).Status;

    /// <summary>Sends items that must all be applied.</summary>
    protected async Task ApplyAsync(params IReadOnlyList<SyncItem> items)
    {
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(items);
        Assert.All(outcomes, static outcome => Assert.Equal(new ItemOutcome(ItemStatus.Applied), outcome));
    }

    /// <summary>The rows of the notes, as lines.</summary>
    protected Task<List<string>> RowsAsync() => RowsAsync(Items.Notes);

    /// <summary>The rows of a model, as lines.</summary>
    protected async Task<List<string>> RowsAsync(SyncModel model) => [.. (await Probe.ReadAsync(model)).Select(row => RowText.Of(model, row))];

    /// <summary>Says that the notes at the target are what these items left, and nothing else.</summary>
    protected Task StoredAsync(params IReadOnlyList<SyncItem> items) => StoredAsync(Items.Notes, items);

    /// <summary>The same for a model.</summary>
    protected async Task StoredAsync(SyncModel model, params IReadOnlyList<SyncItem> items)
        => Lines.Equal(items.Select(RowText.Of), await RowsAsync(model));
}
