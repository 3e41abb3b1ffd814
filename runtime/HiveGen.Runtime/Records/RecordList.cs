namespace HiveGen.Records;

/// <summary>Records a caller gives.</summary>
internal static class RecordList
{
    /// <summary>A list of them, taken once.</summary>
    /// <exception cref="ArgumentException">One is null.</exception>
    public static IReadOnlyList<TRecord> Of<TRecord>(IEnumerable<TRecord> records)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(records);
        TRecord[] all = [.. records];
        int missing = Array.IndexOf(all, null);
        return missing < 0 ? all : throw new ArgumentException($"The record at position {missing} is null.", nameof(records));
    }
}
