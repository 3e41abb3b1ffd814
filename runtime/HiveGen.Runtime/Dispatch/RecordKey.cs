namespace HiveGen.Dispatch;

/// <summary>A record of a synced model.</summary>
internal readonly record struct RecordKey(string Model, SqlValue Id);
