using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// The built-in client: OP_MSG over TCP, SCRAM-SHA-256, TLS, discovery of the primary, a bounded pool. A command that a stepped-down primary
/// refused was not run, and goes once more to its successor; no other is sent twice.
/// </summary>
internal sealed class MongoWire(MongoSettings settings, TimeProvider clock) : IMongoCommands
{
    private readonly MongoPool pool = new(settings, clock);

    public TargetConnections? Connections => pool.Use;

    public async ValueTask<ReadOnlyMemory<byte>> RunCommandAsync(string database, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> answer = await RunOnceAsync(command, cancellationToken).ConfigureAwait(false);
        return IsRefusedBySecondary(answer.Span) ? await RunOnceAsync(command, cancellationToken).ConfigureAwait(false) : answer;
    }

    public ValueTask DisposeAsync()
    {
        pool.Dispose();
        return default;
    }

    private async ValueTask<ReadOnlyMemory<byte>> RunOnceAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        MongoConnection connection = await pool.RentAsync(cancellationToken).ConfigureAwait(false);
        bool isUsable = false;
        using CancellationTokenSource expiry = new(settings.CommandTimeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            ReadOnlyMemory<byte> answer = await connection.RunAsync(command, either.Token).ConfigureAwait(false);
            if (IsRefusedBySecondary(answer.Span))
            {
                pool.Forget(connection.Generation);
            }

            isUsable = true;
            return answer;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            // A machine that is gone closes nothing: its other connections would be waited for in turn.
            pool.Forget(connection.Generation);
            throw new TimeoutException($"MongoDB at {connection.Host} did not answer within {settings.CommandTimeout.TotalSeconds:0.#} s.", late);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The primary may be gone: whoever comes next looks for it.
            pool.Forget(connection.Generation);
            throw;
        }
        finally
        {
            pool.Return(connection, isUsable);
        }
    }

    private static bool IsRefusedBySecondary(ReadOnlySpan<byte> answer) => MongoAnswer.Failure(answer) is { } failure && MongoCodes.IsNotPrimary(failure.Code);
}
