namespace HiveGen;

/// <summary>The removal of the records a filter gives.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class RemoveOperation<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter { get; } = Filter<TRecord>.All;
}
