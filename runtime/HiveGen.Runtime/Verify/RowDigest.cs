namespace HiveGen.Targets;

/// <summary>What a row at a target comes to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Deleted">Whether it is a ghost.</param>
/// <param name="Hash">The <see cref="RowHash"/> of its fields in order, the id first; meaningless for a ghost.</param>
public readonly record struct RowDigest(SqlValue Id, long Version, bool Deleted, ulong Hash);
