using System.Data;
using System.Data.Common;

namespace HiveGen.Adapters.MySql.Driver;

/// <summary>A connection of a driver.</summary>
internal sealed class DriverSession : IMySqlSession
{
    private const int TableFactor = 10; // where a whole table is read or written

    // Whatever the server's default: a value that does not fit is an error, never cut, and text is quoted as MySQL does it.
    private const string SetMode = "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'";

    private readonly DbConnection connection;
    private readonly string peer;
    private readonly int timeout;
    private DbTransaction? transaction;

    private DriverSession(DbConnection connection, string peer, int timeout)
    {
        this.connection = connection;
        this.peer = peer;
        this.timeout = timeout;
    }

    /// <summary>Opens a connection.</summary>
    /// <param name="source">The pool.</param>
    /// <param name="peer">What messages call the database.</param>
    /// <param name="timeout">How long a statement may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<IMySqlSession> OpenAsync(DbDataSource source, string peer, TimeSpan timeout, CancellationToken cancellationToken)
    {
        DriverSession? session = null;
        try
        {
            session = new DriverSession(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), peer, (int)Math.Ceiling(timeout.TotalSeconds));
            await session.ExecuteAsync(session.Text().Add(SetMode), wholeTable: false, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch (Exception e)
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }

            if (DriverErrors.IsOfDriver(e))
            {
                throw DriverErrors.Of(peer, e);
            }

            throw;
        }
    }

    public MySqlText Text() => new DriverText(connection.CreateCommand());

    public async ValueTask BeginAsync(CancellationToken cancellationToken)
        => transaction = await RunAsync(token => connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, token).AsTask(), cancellationToken).ConfigureAwait(false);

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await RunAsync(
            async token =>
            {
                await transaction!.CommitAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<long> ExecuteAsync(MySqlText statement, bool wholeTable, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(statement, wholeTable);
        return await RunAsync(token => command.ExecuteNonQueryAsync(token), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask QueryAsync(MySqlText statement, Action<MySqlRow> read, bool wholeTable, CancellationToken cancellationToken)
    {
        using DbCommand command = Command(statement, wholeTable);
        using DbDataReader reader = await RunAsync(token => command.ExecuteReaderAsync(token), cancellationToken).ConfigureAwait(false);
        DriverRow row = new(reader);
        while (await RunAsync(token => reader.ReadAsync(token), cancellationToken).ConfigureAwait(false))
        {
            read(row);
        }
    }

    // A transaction that was not committed is rolled back by its end.
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (DriverErrors.IsOfDriver(e))
        {
            // The connection is gone, and the server has rolled back: what broke it was thrown before.
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private DbCommand Command(MySqlText statement, bool wholeTable)
    {
        DbCommand command = ((DriverText)statement).Command;
        command.Transaction = transaction;
        command.CommandTimeout = wholeTable ? timeout * TableFactor : timeout;
        return command;
    }

    private async ValueTask<TResult> RunAsync<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (DriverErrors.IsOfDriver(e))
        {
            throw DriverErrors.Of(peer, e);
        }
    }
}
