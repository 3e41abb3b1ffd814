using HiveGen.Hooks;

namespace HiveGen;

/// <summary>What the hooks of a read are given: which records are asked for. Whatever a hook throws reaches the caller, and nothing is read.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class ReadEvent<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    private readonly HiveEngine engine;

    internal ReadEvent(HiveEngine engine, Filter<TRecord> filter, bool multipleRecords)
    {
        this.engine = engine;
        Filter = filter;
        MultipleRecords = multipleRecords;
    }

    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter { get; private set; }

    /// <summary>Whether more than one record may be asked for.</summary>
    public bool MultipleRecords { get; }

    /// <summary>The map that all stages of one read share.</summary>
    public IDictionary<string, object?> Context { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The hook of a write in which the read was started; null when the app started it.</summary>
    public HookRef? ParentHook { get; } = HookChain.Current?.Hook;

    /// <summary>The database. What is read of the same model by a hook of its reads does not come to its hooks again.</summary>
    public HiveDatabase Database => engine.Client.Database!; // a set of it started the read

    /// <summary>Leaves only the records of this filter too: a hook can hide records, and never show more. <see cref="Filter{TRecord}.None"/> hides all.</summary>
    public void Narrow(Filter<TRecord> filter) => Filter &= filter;
}
