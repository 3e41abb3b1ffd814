using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>One record of a request as it came, and what is wrong with it.</summary>
internal struct SyncEntry
{
    /// <summary>The id as written; null when it is missing.</summary>
    public string? RecordId { get; set; }

    /// <summary>The version; null for a request of the original's kind.</summary>
    public long? Version { get; set; }

    /// <summary>Where <c>data</c> begins in the body; 0 when there is none, or null.</summary>
    public int Data { get; set; }

    /// <summary>What <c>data</c> holds; null until it has been read, and where something is wrong with it.</summary>
    public SyncRecord? Record { get; set; }

    /// <summary>Where in the body <c>data</c> gives the id, to be compared with <see cref="RecordId"/> when that is known too.</summary>
    public GivenIds Ids;

    /// <summary>What is wrong with the members beside <c>data</c>.</summary>
    public Violations Violations;

    /// <summary>What is wrong with <c>data</c>.</summary>
    public Violations DataViolations;
}
