using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Finds out which rows of an upsert were not written, and why. Only asked where some were not.</summary>
internal static class PostgresOutcome
{
    /// <summary>Notes what became of every row of a run.</summary>
    public static async Task NoteAsync(NpgsqlConnection connection, PostgresRun run, ItemOutcome[] outcomes, CancellationToken cancellationToken)
    {
        for (int row = 0; row < run.Rows.Count; row++)
        {
            run.Note(row, outcomes, new ItemOutcome(ItemStatus.Permanent, "PostgreSQL stored nothing and gave no reason: a trigger, rule or policy of the table discards the row."));
        }

        await using NpgsqlCommand select = new(run.Rows.Model.Mapping<PostgresMap>().SelectOutcomes, connection);
        select.Parameters.Add(run.Rows.Ids());
        await using NpgsqlDataReader found = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await found.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            int row = checked((int)found.GetInt64(0)) - 1;
            string owner = found.GetString(1);
            run.Note(row, outcomes, owner != run.Home ? TargetRow.OtherHome(run.Item(row), owner)
                : new ItemOutcome(found.GetBoolean(2) ? ItemStatus.Applied : ItemStatus.Stale));
        }
    }
}
