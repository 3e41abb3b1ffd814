using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Makes ghosts of what a full load did not find in the Hive.</summary>
internal static class PostgresSweep
{
    /// <summary>Sweeps a table.</summary>
    /// <returns>How many rows became ghosts.</returns>
    /// <exception cref="TargetException">The cursor is not where the home left it; nothing was swept.</exception>
    public static async Task<int> RunAsync(NpgsqlConnection connection, SyncModel model, string home, long below, IReadOnlyList<SqlValue> except, TargetCursor? at, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (at is not null)
        {
            await PostgresCursor.CheckAsync(connection, new CursorMove(home, at, at), cancellationToken).ConfigureAwait(false);
        }

        // A whole table may take long; the caller's token ends it.
        await using NpgsqlCommand sweep = new(model.Mapping<PostgresMap>().Sweep, connection) { CommandTimeout = 0 };
        sweep.Parameters.Add(new NpgsqlParameter<string> { TypedValue = home });
        sweep.Parameters.Add(new NpgsqlParameter<long> { TypedValue = below });
        sweep.Parameters.Add(PostgresIds.ToParameter(model, except));
        int swept = await sweep.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return swept;
    }
}
