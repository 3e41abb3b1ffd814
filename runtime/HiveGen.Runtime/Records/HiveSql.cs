using Microsoft.Data.Sqlite;

namespace HiveGen;

/// <summary>
/// SQL by hand, over Microsoft.Data.Sqlite. What it writes is captured and synced like every other write, but goes past rules
/// of properties and past hooks. Thread-safe.
/// </summary>
public sealed class HiveSql
{
    private readonly HiveEngine engine;

    internal HiveSql(HiveEngine engine) => this.engine = engine;

    /// <summary>A connection for reading; it cannot write. Dispose it: an open read keeps the file from being cleaned up.</summary>
    public SqliteConnection OpenRead() => engine.OpenReadOnlyConnection();

    /// <summary>Runs statements in a transaction of their own on the connection that writes; every other write waits for it.</summary>
    /// <param name="work">
    /// Its work. It must not await, must not keep or close the connection, and may be run twice when the disk refused a group of
    /// writes; an exception undoes it.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<TResult> WriteAsync<TResult>(Func<SqliteConnection, TResult> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return engine.WriteRawAsync(work, cancellationToken);
    }

    /// <inheritdoc cref="WriteAsync{TResult}(Func{SqliteConnection, TResult}, CancellationToken)"/>
    public async ValueTask WriteAsync(Action<SqliteConnection> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await engine.WriteRawAsync(
            connection =>
            {
                work(connection);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
