using HiveGen.Dispatch;
using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen;

/// <content>Dead letters.</content>
public sealed partial class HiveSync
{
    /// <summary>The records that a target does not accept, by model and id. A page at a time; a read is synchronous.</summary>
    /// <param name="target">The target.</param>
    /// <param name="model">The sync name of a model; null for all.</param>
    /// <param name="limit">The most letters.</param>
    /// <param name="after">The last letter of the page before; null for the first page.</param>
    /// <exception cref="HiveException">There is no such target, or no such model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    public IReadOnlyList<DeadLetter> ReadDead(string target, string? model = null, int limit = 100, DeadLetter? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        TargetLoop loop = Find(target);
        IdOf(loop, model, null);
        using ReaderLease lease = engine.Readers.Rent();
        return DeadLetters.Read(lease.Connection, target, model, after, limit);
    }

    /// <summary>Tries dead letters again, at once and with all their tries, with what their records are now.</summary>
    /// <param name="target">The target.</param>
    /// <param name="model">The sync name of a model; null for all.</param>
    /// <param name="recordId">One record of the model; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="HiveException">There is no such target or model, or that is no id of it.</exception>
    public async Task<int> RetryDeadAsync(string target, string? model = null, string? recordId = null, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        RetryDeadCommand command = new(target, model, IdOf(loop, model, recordId), loop.Context.NowMicros);
        int count = await engine.Writer.RunAsync<RetryDeadCommand, int>(command, cancellationToken).ConfigureAwait(false);
        loop.Reconnect();
        return count;
    }

    /// <summary>
    /// Forgets dead letters: the target keeps what it has of them, until they change again. Each is logged with its last words. A
    /// discarded record that the target should have had is found by <see cref="VerifyAsync"/>.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="model">The sync name of a model; null for all.</param>
    /// <param name="recordId">One record of the model; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="HiveException">There is no such target or model, or that is no id of it.</exception>
    public async Task<int> DiscardDeadAsync(string target, string? model = null, string? recordId = null, CancellationToken cancellationToken = default)
    {
        TargetLoop loop = Find(target);
        DiscardDeadCommand command = new(target, model, IdOf(loop, model, recordId));
        List<DeadLetter> discarded = await engine.Writer.RunAsync<DiscardDeadCommand, List<DeadLetter>>(command, cancellationToken).ConfigureAwait(false);
        foreach (DeadLetter letter in discarded)
        {
            SyncLog.Discarded(logger, letter.Model, letter.RecordId, target, letter.Seq, letter.Attempts, letter.Error);
        }

        loop.Reconnect();
        return discarded.Count;
    }

    private static SqlValue IdOf(TargetLoop loop, string? model, string? recordId)
    {
        if (model is null)
        {
            return recordId is null ? default : throw new HiveException($"The record '{recordId}' is named without its model.");
        }

        SyncRegistry registry = loop.Context.Registry;
        SyncModel sync = registry.Models[registry.NumberOf(model)];
        return recordId is null ? default
            : sync.TryParseId(recordId, out SqlValue id) ? id : throw new HiveException($"'{recordId}' is no id of '{model}'.");
    }
}
