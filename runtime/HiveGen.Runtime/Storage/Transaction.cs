using Microsoft.Data.Sqlite;

namespace HiveGen.Storage;

/// <summary>The statements that frame a transaction.</summary>
internal static class Transaction
{
    public static readonly PreparedSql Begin = new("BEGIN");
    public static readonly PreparedSql BeginImmediate = new("BEGIN IMMEDIATE");
    public static readonly PreparedSql Commit = new("COMMIT");
    public static readonly PreparedSql Rollback = new("ROLLBACK");
    public static readonly PreparedSql Savepoint = new("SAVEPOINT hive_command");
    public static readonly PreparedSql Release = new("RELEASE hive_command");
    public static readonly PreparedSql RollbackToSavepoint = new("ROLLBACK TO hive_command");

    /// <summary>Undoes whatever is open after an error, if SQLite has not. Gives the error to report.</summary>
    public static Exception Undo(HiveConnection connection, Exception cause)
    {
        if (cause is SqliteException bySql)
        {
            connection.Damage?.Note(bySql.SqliteErrorCode);
        }

        try
        {
            connection.EndRunning();
            if (!connection.AutoCommit)
            {
                connection.Run(Rollback);
            }

            return cause;
        }
        catch (HiveStorageException rollback)
        {
            return new AggregateException(cause, rollback);
        }
    }
}
