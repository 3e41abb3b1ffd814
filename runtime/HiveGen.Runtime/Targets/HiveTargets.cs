namespace HiveGen.Targets;

/// <summary>
/// The synced models of an app and its targets, one instance each: the dispatcher and the router share them. <c>AddHive</c>
/// registers it as a singleton. Thread-safe.
/// </summary>
public sealed class HiveTargets : IAsyncDisposable, IDisposable
{
    private readonly Dictionary<string, TargetGate> gates = new(StringComparer.Ordinal);

    /// <summary>These models and targets; the targets are owned from here on.</summary>
    /// <param name="models">Every model that has a sync name.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="home">The id of the Hive that sends to them; null when there is none.</param>
    /// <exception cref="HiveException">Two targets have one name.</exception>
    public HiveTargets(IReadOnlyList<SyncModel> models, IReadOnlyList<HiveTarget> targets, string? home = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(targets);
        Models = models;
        All = targets;
        Home = home;
        foreach (HiveTarget target in targets)
        {
            if (!gates.TryAdd(target.Name, new TargetGate(target)))
            {
                throw new HiveException($"Two targets are named '{target.Name}'. Give each its own name: its cursor is kept under it.");
            }
        }
    }

    /// <summary>Every model that has a sync name.</summary>
    public IReadOnlyList<SyncModel> Models { get; }

    /// <summary>Every target, in the order in which they were configured.</summary>
    public IReadOnlyList<HiveTarget> All { get; }

    /// <summary>The id of the Hive that sends to them itself, under which nobody else may write there; null when there is none.</summary>
    public string? Home { get; }

    /// <summary>The target of this name; null when there is none.</summary>
    public HiveTarget? Find(string name) => gates.TryGetValue(name, out TargetGate? gate) ? gate.Target : null;

    /// <summary>
    /// Prepares a target unless that has been done: <see cref="HiveTarget.PrepareAsync"/> runs once however many ask, and a
    /// failure is not remembered. With <paramref name="again"/> it runs in any case, as after a schema failure.
    /// </summary>
    /// <exception cref="TargetException">The target cannot be prepared.</exception>
    public ValueTask PrepareAsync(HiveTarget target, bool again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        return gates.TryGetValue(target.Name, out TargetGate? gate) && ReferenceEquals(gate.Target, target)
            ? gate.PrepareAsync(Models, again, cancellationToken)
            : throw new ArgumentException($"The target '{target.Name}' is not one of these.", nameof(target));
    }

    /// <summary>As <see cref="DisposeAsync"/>, for hosts that dispose synchronously. It blocks.</summary>
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    /// <summary>Disposes every target.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (TargetGate gate in gates.Values)
        {
            await gate.DisposeAsync().ConfigureAwait(false);
        }
    }
}
