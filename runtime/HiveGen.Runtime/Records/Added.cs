using HiveGen.Records;

namespace HiveGen;

/// <summary>What an add of a batch stored. Ask it once the batch has been executed.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class Added<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    private readonly AddWrite<TRecord> write;

    internal Added(AddWrite<TRecord> write) => this.write = write;

    /// <summary>The record as stored; the first, if several were added.</summary>
    /// <exception cref="InvalidOperationException">The batch has not been executed, or failed.</exception>
    public TRecord Record => Records[0];

    /// <summary>The records as stored, in order.</summary>
    /// <exception cref="InvalidOperationException">The batch has not been executed, or failed.</exception>
    public IReadOnlyList<TRecord> Records
    {
        get
        {
            write.ThrowIfNotCommitted();
            return write.Records;
        }
    }
}
