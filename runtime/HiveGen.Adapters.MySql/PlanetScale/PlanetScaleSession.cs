using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>A session of the API: what the last answer said of it goes with the next statement.</summary>
internal sealed class PlanetScaleSession(PlanetScaleClient client) : IMySqlSession
{
    // The server ends an abandoned transaction by itself; until then it holds its locks.
    private static readonly TimeSpan RollbackLimit = TimeSpan.FromSeconds(5);

    private byte[]? session;
    private bool open;

    public MySqlText Text() => new LiteralText();

    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        open = true;
        await SendAsync("BEGIN", static _ => true, wholeTable: false, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await SendAsync("COMMIT", static _ => true, wholeTable: false, cancellationToken).ConfigureAwait(false);
        open = false;
    }

    public ValueTask<long> ExecuteAsync(MySqlText statement, bool wholeTable, CancellationToken cancellationToken)
        => SendAsync(statement.ToString()!, PlanetScaleAnswer.Changes, wholeTable, cancellationToken);

    public async ValueTask QueryAsync(MySqlText statement, Action<MySqlRow> read, bool wholeTable, CancellationToken cancellationToken)
    {
        await SendAsync(
            statement.ToString()!,
            root =>
            {
                PlanetScaleAnswer.Rows(root, read);
                return true;
            },
            wholeTable,
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!open || session is null)
        {
            return;
        }

        try
        {
            using CancellationTokenSource limit = new(RollbackLimit, client.Clock);
            await SendAsync("ROLLBACK", static _ => true, wholeTable: false, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TargetException or MySqlRefusal or OperationCanceledException)
        {
            // Whatever broke the transaction was thrown before, and the server ends what nobody goes on with.
        }
    }

    private async ValueTask<TResult> SendAsync<TResult>(string sql, Func<JsonElement, TResult> read, bool wholeTable, CancellationToken cancellationToken)
    {
        (session, MySqlRefusal? refusal, TResult? result) = await client.SendAsync(sql, session, read, wholeTable, cancellationToken).ConfigureAwait(false);
        return refusal is null ? result! : throw refusal;
    }
}
