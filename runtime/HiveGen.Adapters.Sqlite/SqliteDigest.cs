using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Reads the rows of a home for a comparison with the Hive, in one pass over a table.</summary>
internal static class SqliteDigest
{
    // Looks at the token now and then, not at every row.
    private const int Stride = 1024;

    /// <summary>Every row as a digest a bucket.</summary>
    public static IReadOnlyList<BucketDigest> Count(HiveConnection connection, SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        Scan(connection, model, home, withId: false, tally.Add, cancellationToken);
        return tally.Digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public static List<RowDigest> ReadBuckets(HiveConnection connection, SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        Scan(connection, model, home, withId: true, found.Add, cancellationToken);
        return found.ToList();
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
                found.Add(Read(model, row, withId: true, out _));
            }

            row.Reset();
        }

        return found;
    }

    private static void Scan(HiveConnection connection, SyncModel model, string home, bool withId, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
    {
        string columns = string.Join(", ", model.Fields.Select(static field => SqliteNames.Quote(field.Column)));
        Statement rows = connection.Prepare($"""SELECT {columns}, "_version", "_deleted" FROM {SqliteNames.Quote(model.Name)} WHERE "_home" = ?1""");
        rows.BindText(1, home);
        for (int seen = 0; rows.Step(); seen++)
        {
            if (seen % Stride == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            take(Read(model, rows, withId, out ulong idHash), idHash);
        }
    }

    private static RowDigest Read(SyncModel model, Statement row, bool withId, out ulong idHash)
    {
        ulong hash = RowScan.Hash(model, row, out idHash);
        int fields = model.Fields.Count;
        return new RowDigest(withId ? row.Value(0) : default, row.Int64(fields), row.Int64(fields + 1) != 0, hash);
    }
}
