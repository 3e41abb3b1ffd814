using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>
/// Reads the rows of a home for a comparison with the Hive, in one pass over a table. The hash is computed here and not by the
/// server: it goes over the values as the Hive stores them, and the rows come as a stream that takes no memory.
/// </summary>
internal static class PostgresDigest
{
    private const string OfHome = """ WHERE "_home" = $1""";

    /// <summary>Every row as a digest a bucket.</summary>
    public static async Task<IReadOnlyList<BucketDigest>> CountAsync(NpgsqlConnection connection, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        await using NpgsqlCommand select = Select(connection, model, OfHome, home);
        await ScanAsync(select, model, tally.Add, cancellationToken).ConfigureAwait(false);
        return tally.Digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async Task<List<RowDigest>> ReadBucketsAsync(NpgsqlConnection connection, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        await using NpgsqlCommand select = Select(connection, model, OfHome, home);
        await ScanAsync(select, model, found.Add, cancellationToken).ConfigureAwait(false);
        return found.ToList();
    }

    /// <summary>The rows of some ids.</summary>
    public static async Task<List<RowDigest>> ReadRowsAsync(NpgsqlConnection connection, SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = new(ids.Count);
        await using NpgsqlCommand select = Select(connection, model, OfHome + """ AND "id" = ANY ($2)""", home);
        select.Parameters.Add(PostgresIds.ToParameter(model, ids));
        await ScanAsync(select, model, (row, _) => found.Add(row), cancellationToken).ConfigureAwait(false);
        return found;
    }

    // A whole table may take long; the caller's token ends it.
    private static NpgsqlCommand Select(NpgsqlConnection connection, SyncModel model, string condition, string home)
    {
        NpgsqlCommand select = new(model.Mapping<PostgresMap>().Select + condition, connection) { CommandTimeout = 0 };
        select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = home });
        return select;
    }

    private static async Task ScanAsync(NpgsqlCommand select, SyncModel model, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
    {
        await using NpgsqlDataReader rows = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        PostgresSource fields = new(model, rows);
        int count = model.Fields.Count;
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            SqlValue id = PostgresIds.Read(model, fields);
            ulong hash = RowScan.HashForeign(model, fields, id, out ulong idHash);
            take(new RowDigest(id, rows.GetInt64(count), rows.GetBoolean(count + 1), hash), idHash);
        }
    }
}
