namespace HiveGen.Dispatch;

/// <summary>A record at a change.</summary>
internal readonly record struct RecordSeq(string Model, SqlValue Id, long Seq);
