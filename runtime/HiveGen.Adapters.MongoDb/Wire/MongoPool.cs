using System.Collections.Concurrent;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Connections to the primary, logged in. When it is not the primary any more, they are forgotten and it is looked for. Thread-safe.</summary>
internal sealed class MongoPool : IDisposable
{
    private readonly MongoSettings settings;
    private readonly TimeProvider clock;
    private readonly MongoHandshake handshake;
    private readonly MongoServers servers;
    private readonly SemaphoreSlim places;
    private readonly ConcurrentStack<MongoConnection> idle = new();
    private volatile MongoHost? primary;
    private volatile int generation;
    private volatile bool disposed;

    public MongoPool(MongoSettings settings, TimeProvider clock)
    {
        this.settings = settings;
        this.clock = clock;
        handshake = new MongoHandshake(settings);
        servers = new MongoServers(settings, handshake);
        places = new SemaphoreSlim(settings.MaxConnections, settings.MaxConnections);
    }

    /// <summary>How many connections are in use.</summary>
    public TargetConnections Use => new(settings.MaxConnections - places.CurrentCount, settings.MaxConnections);

    /// <summary>A connection for one command.</summary>
    /// <exception cref="TargetException">There is no primary, or it refuses the user.</exception>
    /// <exception cref="IOException">It was not reached.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public async ValueTask<MongoConnection> RentAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            while (idle.TryPop(out MongoConnection? kept))
            {
                if (kept.Generation == generation && clock.GetElapsedTime(kept.IdleSince) < settings.MaxIdle && !kept.IsStale)
                {
                    return kept;
                }

                kept.Dispose();
            }

            return await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Gives a connection back.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isUsable">Whether its last command was answered.</param>
    public void Return(MongoConnection connection, bool isUsable)
    {
        connection.IdleSince = clock.GetTimestamp();
        if (isUsable && !disposed && connection.Generation == generation)
        {
            idle.Push(connection);
        }
        else
        {
            connection.Dispose();
        }

        places.Release();
        if (disposed)
        {
            Empty();
        }
    }

    /// <summary>Looks for the primary anew before the next command.</summary>
    /// <param name="seen">The generation of the connection that found out: others may have found out before.</param>
    public void Forget(int seen)
    {
        if (Interlocked.CompareExchange(ref generation, seen + 1, seen) == seen)
        {
            primary = null;
            Empty();
        }
    }

    public void Dispose()
    {
        disposed = true;
        Empty();
    }

    private async ValueTask<MongoConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource expiry = new(settings.ConnectTimeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        MongoConnection? connection = null;
        int current = generation;
        try
        {
            connection = await OpenAsync(current, either.Token).ConfigureAwait(false);
            await handshake.LogInAsync(connection, either.Token).ConfigureAwait(false);
            return connection;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            Forget(current);
            cancellationToken.ThrowIfCancellationRequested();
            throw e is OperationCanceledException
                ? new TimeoutException($"MongoDB at {settings} did not answer within {settings.ConnectTimeout.TotalSeconds:0.#} s.", e)
                : e is System.Security.Authentication.AuthenticationException
                    ? new TargetException(TargetFailure.Configuration, $"MongoDB at {settings} has no certificate that this machine trusts: {e.Message}", e)
                    : e is InvalidDataException or TargetException ? e : new IOException(e.Message, e);
        }
    }

    private async ValueTask<MongoConnection> OpenAsync(int current, CancellationToken cancellationToken)
    {
        if (primary is not { } host)
        {
            MongoConnection found = await servers.FindPrimaryAsync(current, cancellationToken).ConfigureAwait(false);
            primary = found.Host;
            return found;
        }

        MongoConnection connection = await MongoConnection.OpenAsync(host, settings, current, cancellationToken).ConfigureAwait(false);
        try
        {
            ServerHello hello = await handshake.HelloAsync(connection, cancellationToken).ConfigureAwait(false);
            return hello.IsPrimary || settings.Direct
                ? connection
                : throw new TargetException(TargetFailure.Transient, $"MongoDB at {host} is not the primary any more.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Empty()
    {
        while (idle.TryPop(out MongoConnection? connection))
        {
            connection.Dispose();
        }
    }
}
