namespace HiveGen;

/// <summary>What became of records that were sent to a router by hand.</summary>
/// <param name="Results">One a record, in their order.</param>
public sealed record SyncBatchResult(IReadOnlyList<SyncResult> Results)
{
    /// <summary>Whether nothing failed.</summary>
    public bool Success => Failed == 0;

    /// <summary>How many the target has.</summary>
    public int Successful => Results.Count - Failed;

    /// <summary>How many failed.</summary>
    public int Failed { get; } = Results.Count(static result => !result.Success);

    /// <summary>How many were sent.</summary>
    public int Total => Results.Count;
}
