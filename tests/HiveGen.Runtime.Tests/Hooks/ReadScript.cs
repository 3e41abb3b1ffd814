namespace HiveGen.Tests.Hooks;

/// <summary>What the hooks of a test's reads do, and which of them were called.</summary>
internal sealed class ReadScript<T>
    where T : class, IHiveRecord<T>
{
    private readonly Dictionary<HookPoints, Action<ReadEvent<T>>> hooks = [];

    public List<string> Calls { get; } = [];

    public Func<ReadEvent<T>, IReadOnlyList<T>?>? Records { get; set; }

    public int? Number { get; set; }

    public ReadScript<T> On(HookPoints point, Action<ReadEvent<T>> hook)
    {
        hooks[point] = hook;
        return this;
    }

    public void Run(HookPoints point, ReadEvent<T> e)
    {
        Calls.Add($"{point} {(e.MultipleRecords ? "many" : "one")}");
        hooks.GetValueOrDefault(point)?.Invoke(e);
    }
}
