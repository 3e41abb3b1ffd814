namespace HiveGen;

/// <summary>The removal of the records a filter gives.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class RemoveOperation<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    internal RemoveOperation(Filter<TRecord> filter) => Filter = filter;

    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter { get; private set; }

    /// <summary>Leaves only the records of this filter too. <see cref="Filter{TRecord}.None"/> lets nothing be removed.</summary>
    public void Narrow(Filter<TRecord> filter) => Filter &= filter;
}
