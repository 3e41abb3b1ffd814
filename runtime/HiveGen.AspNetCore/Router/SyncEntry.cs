namespace HiveGen.Router;

/// <summary>One record of a request: where its JSON is, and what is wrong with its envelope.</summary>
internal struct SyncEntry
{
    /// <summary>The id as written; null when it is missing.</summary>
    public string? RecordId { get; set; }

    /// <summary>The version; null for a request of the original's kind.</summary>
    public long? Version { get; set; }

    /// <summary>Where the bytes of <c>data</c> are in the body; empty when there is none.</summary>
    public Range Data { get; set; }

    /// <summary>Whether there is <c>data</c> other than null.</summary>
    public bool HasData { get; set; }

    /// <summary>What is wrong with the members beside <c>data</c>.</summary>
    public Violations Violations;
}
