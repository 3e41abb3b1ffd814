using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Applies a batch in one transaction: many rows a statement, the statements behind one another without waiting, the cursor behind the rows.</summary>
internal static class PostgresBatch
{
    // The server works on one statement while the next is still on its way.
    private const int RowsPerStatement = 1000;

    /// <summary>Applies it: all its items carry their versions.</summary>
    /// <exception cref="TargetException">The cursor is not where it was left; nothing was applied.</exception>
    public static async ValueTask<IReadOnlyList<ItemOutcome>> ApplyAsync(NpgsqlConnection connection, SendBatch batch, PostgresInserts inserts, CancellationToken cancellationToken)
    {
        ItemOutcome[] outcomes = new ItemOutcome[batch.Items.Count];
        List<PostgresRun> runs = [];
        for (int start = 0; start < batch.Items.Count; start += runs[^1].Length)
        {
            runs.Add(PostgresRun.Take(batch, start, RowsPerStatement, outcomes));
        }

        PostgresRun[] inserted = [.. runs.Where(inserts.MayTry)];
        try
        {
            await ApplyAsync(connection, runs, inserted, batch.Cursor, outcomes, cancellationToken).ConfigureAwait(false);
            inserts.Succeed(inserted);
        }
        catch (PostgresException met) when (inserted.Length > 0 && met.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // What is stored there, and whether it may be overwritten, is for the guard to say. Nothing was applied yet.
            inserts.Fail(inserted, met.TableName);
            await ApplyAsync(connection, runs, [], batch.Cursor, outcomes, cancellationToken).ConfigureAwait(false);
        }

        return outcomes;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, List<PostgresRun> runs, PostgresRun[] inserted, CursorMove? cursor, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlBatch statements = ToStatements(connection, runs, inserted, cursor);
        if (statements.BatchCommands.Count > 0)
        {
            await statements.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        if (cursor is not null && statements.BatchCommands[runs.Count].Rows != 1)
        {
            throw PostgresCursor.Conflict(cursor, await PostgresCursor.ReadAsync(connection, cursor.Hive, cancellationToken).ConfigureAwait(false));
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
    }

    private static NpgsqlBatch ToStatements(NpgsqlConnection connection, List<PostgresRun> runs, PostgresRun[] inserted, CursorMove? move)
    {
        NpgsqlBatch statements = new(connection);
        foreach (PostgresRun run in runs)
        {
            PostgresMap map = run.Rows.Model.Mapping<PostgresMap>();
            statements.BatchCommands.Add(run.Rows.ToCommand(inserted.Contains(run) ? map.Insert : map.Upsert, run.Home));
        }

        if (move is not null)
        {
            statements.BatchCommands.Add(PostgresCursor.ToCommand(move));
        }

        // An insert needs no key: where somebody took it away, a batch that comes twice would be there twice. Planning the guard fails there, and
        // runs nothing; the lock of the insert keeps the key until the commit.
        foreach (SyncModel model in inserted.Select(static run => run.Rows.Model).Distinct())
        {
            statements.BatchCommands.Add(new NpgsqlBatchCommand($"EXPLAIN INSERT INTO {PostgresNames.Quote(model.Name)} (\"id\") VALUES (NULL) ON CONFLICT (\"id\") DO NOTHING"));
        }

        return statements;
    }
}
