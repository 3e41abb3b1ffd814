using HiveGen.Targets;

namespace HiveGen;

/// <summary>A record for <see cref="ISyncClient.BatchSyncToDatabaseAsync"/>.</summary>
/// <param name="RecordId">The record's id.</param>
/// <param name="Data">The fields: only those that were set are sent. Null for a delete.</param>
public sealed record RecordData(string RecordId, SyncRecord? Data = null);
