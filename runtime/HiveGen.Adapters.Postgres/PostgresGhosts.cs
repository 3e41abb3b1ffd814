using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// Purges ghost rows after their retention, now and then; never one that the cursor has not passed, for its record may still
/// be on its way.
/// </summary>
internal sealed class PostgresGhosts(PostgresTargetOptions options)
{
    private readonly GhostPurge turns = new(options.Clock, options.GhostRetention);

    /// <summary>Purges a chunk of each table, if that is due. Before a batch, so that a failure leaves nothing half done.</summary>
    public async Task PurgeIfDueAsync(NpgsqlConnection connection, IEnumerable<SyncModel> models, CursorMove? move, CancellationToken cancellationToken)
    {
        if (move?.From is not { } passed || !turns.IsDue(move, out _, out _))
        {
            return;
        }

        foreach (SyncModel model in models)
        {
            string table = PostgresNames.Quote(model.Name);
            // Said twice: in a table of parts, or when a record comes back meanwhile, what has the place of a ghost need not be one.
            const string Old = """ "_deleted" AND "_synced_at" < clock_timestamp() - $1 AND ("_home" = $2 AND "_version" <= $3 OR "_home" = $4)""";
            await using NpgsqlCommand purge = new(
                $"""
                DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE{Old} LIMIT $5)) AND{Old}
                """,
                connection);
            purge.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = options.GhostRetention });
            purge.Parameters.Add(new NpgsqlParameter<string> { TypedValue = move.Hive });
            purge.Parameters.Add(new NpgsqlParameter<long> { TypedValue = SyncVersion.Of(passed.Epoch, passed.Seq) });
            purge.Parameters.Add(new NpgsqlParameter<string> { TypedValue = GhostPurge.HttpHome });
            purge.Parameters.Add(new NpgsqlParameter<int> { TypedValue = GhostPurge.Chunk });
            await purge.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
