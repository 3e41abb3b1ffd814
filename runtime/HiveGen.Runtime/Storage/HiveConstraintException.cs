namespace HiveGen;

/// <summary>A row breaks a rule of its table: a unique key that is taken, a link to nothing, a failed check. Nothing was written.</summary>
public sealed class HiveConstraintException(string message, int sqliteCode) : HiveStorageException(message, sqliteCode);
