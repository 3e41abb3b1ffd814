using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Reads the rows of a home for a comparison with the Hive, in one pass over a table.</summary>
internal static class SqliteDigest
{
    // Looks at the token now and then, not at every row.
    private const int Stride = 1024;

    /// <summary>Every row as a digest a bucket.</summary>
    public static BucketDigest[] Count(HiveConnection connection, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        Statement rows = SelectHome(connection, model, home);
        for (int seen = 0; rows.Step(); seen++)
        {
            Check(seen, cancellationToken);
            RowDigest row = Read(model, rows, withId: false, out int bucket, buckets);
            digests[bucket] = digests[bucket].With(row);
        }

        return digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static List<RowDigest> ReadBuckets(HiveConnection connection, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        Statement rows = SelectHome(connection, model, home);
        for (int seen = 0; rows.Step(); seen++)
        {
            Check(seen, cancellationToken);
            RowDigest row = Read(model, rows, withId: false, out int bucket, buckets);
            if (wanted.Contains(bucket))
            {
                if (found.Count == limit)
                {
                    throw new TargetException(TargetFailure.TooLarge, $"The buckets that were asked for hold more than {limit} rows of {model.Name}: ask for fewer at a time.");
                }

                found.Add(row with { Id = rows.Value(0) });
            }
        }

        return found;
    }

    /// <summary>The rows of some ids.</summary>
    public static List<RowDigest> ReadRows(HiveConnection connection, SyncModel model, string home, IReadOnlyList<SqlValue> ids)
    {
        List<RowDigest> found = [];
        PreparedSql select = model.Mapping<SqliteMap>().SelectState;
        foreach (SqlValue id in ids)
        {
            Statement row = connection.Prepare(select);
            row.Bind(1, id);
            if (row.Step() && row.Text(model.Fields.Count + 2) == home)
            {
                found.Add(Read(model, row, withId: true, out _, buckets: 1));
            }

            row.Reset();
        }

        return found;
    }

    private static Statement SelectHome(HiveConnection connection, SyncModel model, string home)
    {
        string columns = string.Join(", ", model.Fields.Select(static field => SqliteNames.Quote(field.Column)));
        Statement rows = connection.Prepare($"""SELECT {columns}, "_version", "_deleted" FROM {SqliteNames.Quote(model.Name)} WHERE "_home" = ?1""");
        rows.BindText(1, home);
        return rows;
    }

    private static RowDigest Read(SyncModel model, Statement row, bool withId, out int bucket, int buckets)
    {
        ulong hash = RowScan.Hash(model, row, out ulong id);
        bucket = RowHash.Bucket(id, buckets);
        int fields = model.Fields.Count;
        return new RowDigest(withId ? row.Value(0) : default, row.Int64(fields), row.Int64(fields + 1) != 0, hash);
    }

    private static void Check(int seen, CancellationToken cancellationToken)
    {
        if (seen % Stride == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
