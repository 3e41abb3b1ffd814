using System.Security.Authentication;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Knows the servers of a connection string and those they tell of, and finds the one that takes writes.</summary>
internal sealed class MongoServers(MongoSettings settings, MongoHandshake handshake)
{
    private volatile IReadOnlyList<MongoHost> known = settings.Hosts;

    /// <summary>Looks for the primary: all servers at once, so that one that hangs holds nobody up.</summary>
    /// <returns>A connection to it, not logged in yet.</returns>
    /// <exception cref="TargetException">There is none for now, or none that fits the settings.</exception>
    public async ValueTask<MongoConnection> FindPrimaryAsync(int generation, CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        HashSet<MongoHost> asked = [];
        List<Task<Probe>> probes = [];
        foreach (MongoHost host in known)
        {
            Ask(host);
        }

        Dictionary<MongoHost, string> reasons = [];
        TargetException? refusal = null;
        MongoConnection? primary = null;
        while (probes.Count > 0 && primary is null)
        {
            Task<Probe> first = await Task.WhenAny(probes).ConfigureAwait(false);
            probes.Remove(first);
            Probe probe = await first.ConfigureAwait(false);
            refusal ??= probe.Refusal;
            if (probe.Hello is not { } hello)
            {
                reasons[probe.Host] = probe.Reason!;
            }
            else if (hello.IsPrimary || settings.Direct)
            {
                primary = probe.Connection;
                Learn(hello);
            }
            else
            {
                probe.Connection!.Dispose();
                reasons[probe.Host] = "it is no primary";
                // Whom a secondary knows may be none of those in the connection string.
                foreach (MongoHost host in hello.Primary is { } told ? hello.Hosts.Append(told) : hello.Hosts)
                {
                    Ask(host);
                }
            }
        }

        await end.CancelAsync().ConfigureAwait(false);
        foreach (Task<Probe> late in probes)
        {
            _ = late.ContinueWith(static (task, _) => task.Result.Connection?.Dispose(), null, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }

        return primary ?? throw refusal ?? new TargetException(
            TargetFailure.Transient,
            $"No primary of MongoDB was found: {string.Join("; ", reasons.Select(static reason => $"{reason.Key}: {reason.Value}"))}.");

        void Ask(MongoHost host)
        {
            if (asked.Add(host))
            {
                probes.Add(ProbeAsync(host, generation, end.Token));
            }
        }
    }

    private void Learn(ServerHello hello)
    {
        if (!settings.Direct && hello.Hosts.Count > 0)
        {
            known = [.. hello.Hosts.Concat(settings.Hosts).Distinct()];
        }
    }

    private async Task<Probe> ProbeAsync(MongoHost host, int generation, CancellationToken cancellationToken)
    {
        MongoConnection? connection = null;
        try
        {
            connection = await MongoConnection.OpenAsync(host, settings, generation, cancellationToken).ConfigureAwait(false);
            ServerHello hello = await handshake.HelloAsync(connection, cancellationToken).ConfigureAwait(false);
            if (settings.ReplicaSet is { } set && hello.Set != set)
            {
                throw new TargetException(TargetFailure.Configuration, $"{host} is {(hello.Set is null ? "in no replica set" : $"in the replica set '{hello.Set}'")}, and the connection string asks for replicaSet={set}.");
            }

            return new Probe(host, connection, hello, null, null);
        }
        catch (TargetException refused)
        {
            connection?.Dispose();
            return new Probe(host, null, null, refused.Message, refused.Failure == TargetFailure.Configuration ? refused : null);
        }
        catch (AuthenticationException untrusted)
        {
            connection?.Dispose();
            TargetException refusal = new(TargetFailure.Configuration, $"{host} has no certificate that this machine trusts: {untrusted.Message} Name the authority's file by tlsCAFile, or turn encryption off by tls=false.", untrusted);
            return new Probe(host, null, null, refusal.Message, refusal);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            connection?.Dispose();
            return new Probe(host, null, null, settings.Encrypts(host) ? $"{e.Message} (with TLS; tls=false turns it off)" : e.Message, null);
        }
        catch (OperationCanceledException)
        {
            connection?.Dispose();
            return new Probe(host, null, null, "it did not answer in time", null);
        }
    }

    /// <summary>What came of asking a server.</summary>
    private sealed record Probe(MongoHost Host, MongoConnection? Connection, ServerHello? Hello, string? Reason, TargetException? Refusal);
}
