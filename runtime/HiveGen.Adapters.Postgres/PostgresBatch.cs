using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Applies a batch in one transaction: many rows a statement, the statements behind one another without waiting, the cursor last.</summary>
internal static class PostgresBatch
{
    // The server works on one statement while the next is still on its way.
    private const int RowsPerStatement = 1000;

    /// <summary>Applies it: all its items carry their versions.</summary>
    /// <exception cref="TargetException">The cursor is not where it was left; nothing was applied.</exception>
    public static async ValueTask<IReadOnlyList<ItemOutcome>> ApplyAsync(NpgsqlConnection connection, SendBatch batch, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        List<PostgresRun> runs = [];
        for (int start = 0; start < batch.Items.Count; start += runs[^1].Length)
        {
            runs.Add(PostgresRun.Take(batch, start, RowsPerStatement, outcomes));
        }

        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlBatch statements = ToStatements(connection, runs, batch.Cursor);
        if (statements.BatchCommands.Count > 0)
        {
            await statements.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        if (batch.Cursor is { } move && statements.BatchCommands[runs.Count].Rows != 1)
        {
            throw PostgresCursor.Conflict(move, await PostgresCursor.ReadAsync(connection, move.Hive, cancellationToken).ConfigureAwait(false));
        }

        for (int index = 0; index < runs.Count; index++)
        {
            if (statements.BatchCommands[index].Rows == (ulong)runs[index].Rows.Count)
            {
                runs[index].NoteApplied(outcomes);
            }
            else
            {
                await PostgresOutcome.NoteAsync(connection, runs[index], outcomes, cancellationToken).ConfigureAwait(false);
            }
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private static NpgsqlBatch ToStatements(NpgsqlConnection connection, List<PostgresRun> runs, CursorMove? move)
    {
        NpgsqlBatch statements = new(connection);
        foreach (PostgresRun run in runs)
        {
            statements.BatchCommands.Add(run.Rows.ToCommand(run.Home));
        }

        if (move is not null)
        {
            statements.BatchCommands.Add(PostgresCursor.ToCommand(move));
        }

        return statements;
    }
}
