namespace HiveGen;

/// <summary>The setting of columns of the records a filter gives.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public sealed class SetOperation<TRecord, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>Which records.</summary>
    public Filter<TRecord> Filter { get; } = Filter<TRecord>.All;

    /// <summary>What is set.</summary>
    public TChanges Changes { get; } = new();
}
