namespace HiveGen.Targets;

/// <summary>A removed record on its way to a custom target.</summary>
/// <param name="Id">The id.</param>
/// <param name="RecordId">The id as the wire spells it.</param>
/// <param name="Version">Remove only over an older version.</param>
/// <param name="Home">The Hive the record belonged to.</param>
public readonly record struct DeletedRecord(SqlValue Id, string RecordId, long Version, string Home);
