namespace HiveGen.Targets;

/// <summary>A record on its way to a custom target.</summary>
/// <typeparam name="TRecord">The sync DTO.</typeparam>
/// <param name="Record">The fields. <see cref="SyncRecord.Given"/> says which were given: all of them, except for <see cref="SyncItemKind.Merge"/>, where the others hold what a new row gets.</param>
/// <param name="RecordId">The id as the wire spells it.</param>
/// <param name="Version">Write only over an older version. Ignored for <see cref="SyncItemKind.Merge"/>.</param>
/// <param name="Home">The Hive the record belongs to.</param>
/// <param name="Kind">Whether this is the whole record, or fields to be merged over the stored ones.</param>
public readonly record struct Versioned<TRecord>(TRecord Record, string RecordId, long Version, string Home, SyncItemKind Kind)
    where TRecord : SyncRecord;
