using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Tells from SQLite's codes what kind of failure it is.</summary>
internal static class SqliteErrors
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int Protocol = 15;
    private const int Schema = 17;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int ForeignKey = 787; // SQLITE_CONSTRAINT_FOREIGNKEY
    private const int Mismatch = 20;
    private const int Auth = 23;
    private const int Range = 25;
    private const int NotADatabase = 26;

    /// <summary>Whether one row is to blame.</summary>
    public static bool IsOfOneRow(HiveStorageException error) => Primary(error) is Constraint or Mismatch or TooBig;

    /// <summary>Whether a record it links to is missing: mirrors have no foreign keys, but somebody may have added one.</summary>
    public static bool IsMissingParent(HiveStorageException error) => error.SqliteCode == ForeignKey;

    /// <summary>Whether the connection is as good as before.</summary>
    public static bool KeepsConnection(HiveStorageException error) => Primary(error) is Busy or Locked or Full or Constraint or Mismatch or TooBig;

    /// <summary>The failure of a whole batch.</summary>
    public static TargetException Classify(HiveStorageException error, string path) => Primary(error) switch
    {
        Busy or Locked => Make(TargetFailure.Transient, $"'{path}' is locked by another program", error),
        Full => Make(TargetFailure.Transient, $"the disk of '{path}' is full", error),
        IoError or Protocol => Make(TargetFailure.Transient, $"reading or writing '{path}' failed", error),
        NotADatabase => Make(TargetFailure.Configuration, $"'{path}' is not a SQLite database", error),
        Corrupt => Make(TargetFailure.Configuration, $"'{path}' is damaged: delete it, and it is loaded afresh", error),
        CantOpen => Make(TargetFailure.Configuration, $"'{path}' cannot be opened: check that its folder exists and may be written", error),
        ReadOnly or Auth => Make(TargetFailure.Configuration, $"'{path}' is read-only for this app", error),
        Error or Schema or Range => Make(TargetFailure.Schema, $"a table or column of '{path}' is not as it was made", error),
        Constraint or Mismatch or TooBig => Make(TargetFailure.Batch, $"'{path}' refused a row", error),
        _ => Make(TargetFailure.Transient, $"'{path}' failed", error),
    };

    private static int Primary(HiveStorageException error) => error.SqliteCode & 0xFF;

    // SQLite's own words, without what the Hive says of its own file.
    private static TargetException Make(TargetFailure failure, string what, HiveStorageException error)
        => new(failure, $"The SQLite target failed: {what}. ({error.Message})", error);
}
