using HiveGen.Records;

namespace HiveGen;

/// <summary>What a set or a remove of a batch did. Ask it once the batch has been executed.</summary>
public sealed class Affected
{
    private readonly WriteOperation write;

    internal Affected(WriteOperation write) => this.write = write;

    /// <summary>How many records were set or removed.</summary>
    /// <exception cref="InvalidOperationException">The batch has not been executed, or failed.</exception>
    public int Count
    {
        get
        {
            write.ThrowIfNotCommitted();
            return write.Count;
        }
    }
}
