using HiveGen.Storage;

namespace HiveGen.Adapters.Sqlite;

/// <summary>One transaction that begins as a writer, so that it cannot fail half way for another writer's sake.</summary>
internal static class SqliteTransaction
{
    private static readonly PreparedSql Begin = new("BEGIN IMMEDIATE");
    private static readonly PreparedSql Commit = new("COMMIT");
    private static readonly PreparedSql Rollback = new("ROLLBACK");

    /// <summary>Does the work in a transaction; an exception undoes all of it.</summary>
    public static void Run<TArgument>(HiveConnection connection, TArgument argument, Action<HiveConnection, TArgument> work)
    {
        connection.Prepare(Begin).Run();
        try
        {
            work(connection, argument);
            connection.Prepare(Commit).Run();
        }
        catch
        {
            // SQLite has rolled back by itself after a full disk or an I/O error.
            if (!connection.AutoCommit)
            {
                connection.Prepare(Rollback).Run();
            }

            throw;
        }
    }
}
