namespace HiveGen;

/// <summary>The adding of records.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class AddOperation<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>The drafts.</summary>
    public IList<TRecord> Records { get; } = [];
}
