using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>The pool of one target, which its lanes, the router and verify share. Thread-safe.</summary>
/// <param name="dataSource">The pool.</param>
/// <param name="isOwned">Whether it ends with the target.</param>
internal sealed class PostgresConnections(NpgsqlDataSource dataSource, bool isOwned) : IAsyncDisposable
{
    private readonly int most = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).MaxPoolSize;
    private int inUse;

    /// <summary>How many are at work now.</summary>
    public TargetConnections Now => new(Volatile.Read(ref inUse), most);

    /// <summary>A pool of its own.</summary>
    public static PostgresConnections Of(NpgsqlConnectionStringBuilder connection)
    {
        NpgsqlSlimDataSourceBuilder builder = new(connection.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        return new PostgresConnections(builder.Build(), isOwned: true);
    }

    /// <summary>Works on a connection.</summary>
    /// <exception cref="TargetException">The database failed, or cannot be reached.</exception>
    public async Task<TResult> RunAsync<TArgument, TResult>(TArgument argument, Func<NpgsqlConnection, TArgument, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref inUse);
        try
        {
            await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await work(connection, argument, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresErrors.IsKnown(error))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresErrors.Classify(error);
        }
        finally
        {
            Interlocked.Decrement(ref inUse);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => isOwned ? dataSource.DisposeAsync() : default;
}
