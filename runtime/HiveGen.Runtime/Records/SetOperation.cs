using HiveGen.Records;

namespace HiveGen;

/// <summary>The setting of columns of the records a filter gives.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public sealed class SetOperation<TRecord, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    private readonly SetWrite<TRecord> write;

    internal SetOperation(SetWrite<TRecord> write) => this.write = write;

    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter => write.Filter;

    /// <summary>What is set: a copy of what the caller gave.</summary>
    public TChanges Changes => (TChanges)write.Changes;

    /// <summary>Leaves only the records of this filter too. <see cref="Filter{TRecord}.None"/> lets nothing be set.</summary>
    public void Narrow(Filter<TRecord> filter) => write.Narrow(filter);
}
