using HiveGen.Storage;
using HiveGen.Targets;
using Microsoft.Data.Sqlite;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Reads on a connection of its own, so that the sending goes on meanwhile.</summary>
internal static class SqliteReading
{
    /// <summary>Runs the work on a thread of the pool, for it may take long.</summary>
    /// <exception cref="TargetException">The file cannot be read.</exception>
    public static Task<TResult> RunAsync<TResult>(SqliteConnectionStringBuilder connectionString, SqliteTargetOptions options, Func<HiveConnection, TResult> work, CancellationToken cancellationToken)
        => Task.Run(
            () =>
            {
                try
                {
                    using HiveConnection connection = SqliteOpening.OpenReadOnly(connectionString, options);
                    return work(connection);
                }
                catch (HiveStorageException error)
                {
                    throw SqliteErrors.Classify(error, connectionString.DataSource);
                }
            },
            cancellationToken);
}
