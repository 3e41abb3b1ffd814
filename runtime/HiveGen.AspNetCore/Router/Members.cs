namespace HiveGen.Router;

/// <summary>The members of a sync body.</summary>
[Flags]
internal enum Members
{
    None = 0,
    Model = 1,
    Operation = 2,
    Data = 4,
    RecordId = 8,
    Timestamp = 16,
    Version = 32,
    Home = 64,
    Records = 128,
    Cursor = 256,
    IdempotencyKey = 512,

    /// <summary>Those of <c>/sync</c>.</summary>
    Single = Model | Operation | Data | RecordId | Timestamp | Version | Home | IdempotencyKey,

    /// <summary>Those of <c>/sync/batch</c>.</summary>
    Batch = Model | Operation | Records | Timestamp | Home | Cursor | IdempotencyKey,

    /// <summary>Those of one of the records of a batch.</summary>
    Record = RecordId | Data | Version,
}
