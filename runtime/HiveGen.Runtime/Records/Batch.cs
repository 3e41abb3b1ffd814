namespace HiveGen;

/// <summary>
/// Operations of one transaction, in order. Nothing happens until <see cref="HiveDatabase.BatchAsync"/> executes them. Not
/// thread-safe.
/// </summary>
public sealed class Batch
{
    internal Batch()
    {
    }

    /// <summary>Adds a record.</summary>
    public void Add<TRecord>(TRecord record)
        where TRecord : class, IHiveRecord<TRecord>
        => throw new NotImplementedException();
}
