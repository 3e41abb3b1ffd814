using HiveGen.Router.Remote;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>A request as it came: its envelope read, its records still JSON.</summary>
/// <param name="batch">Whether it is one for <c>/sync/batch</c>.</param>
internal sealed class SyncRequest(bool batch)
{
    /// <summary>Whether it is one for <c>/sync/batch</c>.</summary>
    public bool Batch => batch;

    /// <summary>Who sent it; empty until that is known.</summary>
    public string Client { get; set; } = "";

    /// <summary>The model as written; <see cref="Reader"/> knows it.</summary>
    public string? Model { get; set; }

    /// <summary>The operation as written.</summary>
    public string? OperationName { get; set; }

    /// <summary>The operation.</summary>
    public SyncOperation Operation { get; set; }

    /// <summary>The model's reader.</summary>
    public RecordReader? Reader { get; set; }

    /// <summary>The home of the records; null when the request has no version.</summary>
    public string? Home { get; set; }

    /// <summary>How the cursor of the remote Hive moves with its records; null when it does not.</summary>
    public CursorChange? Cursor { get; set; }

    /// <summary>What tells a repetition from another request; null when it may not be told.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The records, in the order in which they came; one unless it is a batch.</summary>
    public List<SyncEntry> Entries { get; } = new(batch ? 16 : 1);
}
