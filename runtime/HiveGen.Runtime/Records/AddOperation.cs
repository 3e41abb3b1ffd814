namespace HiveGen;

/// <summary>The adding of records.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class AddOperation<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    internal AddOperation(IEnumerable<TRecord> drafts) => Records = [.. drafts];

    /// <summary>The drafts: copies of what the caller gave, which already have their ids (ids that SQLite assigns aside).</summary>
    public IList<TRecord> Records { get; }
}
