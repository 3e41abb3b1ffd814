namespace HiveGen.Adapters.MongoDb;

/// <summary>The bookkeeping fields of a document.</summary>
internal static class MongoNames
{
    /// <summary>Where the cursors are.</summary>
    public const string CursorCollection = "_hive_cursor";

    public static ReadOnlySpan<byte> Id => "_id"u8;

    public static ReadOnlySpan<byte> Version => "_version"u8;

    public static ReadOnlySpan<byte> Deleted => "_deleted"u8;

    public static ReadOnlySpan<byte> Home => "_home"u8;

    /// <summary>The microseconds of times beyond their milliseconds, by field; there when any time has some.</summary>
    public static ReadOnlySpan<byte> Micros => "_micros"u8;

    public static ReadOnlySpan<byte> SyncedAt => "_syncedAt"u8;
}
