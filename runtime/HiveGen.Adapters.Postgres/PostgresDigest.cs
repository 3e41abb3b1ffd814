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
    public static async Task<BucketDigest[]> CountAsync(NpgsqlConnection connection, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        await using NpgsqlCommand select = Select(connection, model, OfHome, home);
        await using NpgsqlDataReader rows = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        PostgresSource fields = new(model, rows);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            RowDigest row = Read(model, fields, rows, withId: false, buckets, out int bucket);
            digests[bucket] = digests[bucket].With(row);
        }

        return digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static async Task<List<RowDigest>> ReadBucketsAsync(NpgsqlConnection connection, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        await using NpgsqlCommand select = Select(connection, model, OfHome, home);
        await using NpgsqlDataReader rows = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        PostgresSource fields = new(model, rows);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            RowDigest row = Read(model, fields, rows, withId: true, buckets, out int bucket);
            if (!wanted.Contains(bucket))
            {
                continue;
            }

            if (found.Count == limit)
            {
                throw new TargetException(TargetFailure.TooLarge, $"The buckets that were asked for hold more than {limit} rows of {model.Name}: ask for fewer at a time.");
            }

            found.Add(row);
        }

        return found;
    }

    /// <summary>The rows of some ids.</summary>
    public static async Task<List<RowDigest>> ReadRowsAsync(NpgsqlConnection connection, SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = new(ids.Count);
        await using NpgsqlCommand select = Select(connection, model, OfHome + """ AND "id" = ANY ($2)""", home);
        select.Parameters.Add(PostgresIds.ToParameter(model, ids));
        await using NpgsqlDataReader rows = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        PostgresSource fields = new(model, rows);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(Read(model, fields, rows, withId: true, buckets: 1, out _));
        }

        return found;
    }

    // A whole table may take long; the caller's token ends it.
    private static NpgsqlCommand Select(NpgsqlConnection connection, SyncModel model, string condition, string home)
    {
        NpgsqlCommand select = new(model.Mapping<PostgresMap>().Select + condition, connection) { CommandTimeout = 0 };
        select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = home });
        return select;
    }

    private static RowDigest Read(SyncModel model, PostgresSource fields, NpgsqlDataReader row, bool withId, int buckets, out int bucket)
    {
        ulong hash = RowScan.Hash(model, fields, out ulong id);
        bucket = RowHash.Bucket(id, buckets);
        int count = model.Fields.Count;
        return new RowDigest(withId ? PostgresIds.Read(model, fields) : default, row.GetInt64(count), row.GetBoolean(count + 1), hash);
    }
}
