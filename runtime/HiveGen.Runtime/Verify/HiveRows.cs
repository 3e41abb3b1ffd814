using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>Reads the records of a model as their hashes, in chunks between which no snapshot is held.</summary>
internal static class HiveRows
{
    private const int ChunkRows = 2000;

    /// <summary>Gets a row, its hash, and the bucket it is in.</summary>
    public delegate void Visitor(Statement row, ulong hash, int bucket);

    /// <summary>Counts and hashes every record by buckets.</summary>
    public static BucketDigest[] Digest(HiveEngine engine, SyncModel model, int buckets, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        Visit(engine, model, buckets, (_, hash, bucket) => digests[bucket] = digests[bucket].With(new RowDigest(default, 0, false, hash)), progress, cancellationToken);
        return digests;
    }

    /// <summary>Shows every record once. One that is added or removed meanwhile may be seen or not.</summary>
    public static void Visit(HiveEngine engine, SyncModel model, int buckets, Visitor visit, IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        SqlValue last = default;
        long records = 0;
        for (int rows = ChunkRows; rows == ChunkRows;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows = VisitChunk(engine, model, buckets, visit, ref last);
            records += rows;
            progress?.Report(new VerifyProgress(model.Name, records));
        }
    }

    private static int VisitChunk(HiveEngine engine, SyncModel model, int buckets, Visitor visit, ref SqlValue last)
    {
        using ReaderLease lease = engine.Readers.Rent();
        bool first = last.IsNull;
        Statement select = lease.Connection.Prepare(first ? model.SelectFirst : model.SelectAfter);
        if (!first)
        {
            select.Bind(1, last);
        }

        select.BindInt64(first ? 1 : 2, ChunkRows);
        int rows = 0;
        while (select.Step())
        {
            ulong hash = RowScan.Hash(model, select, out ulong id);
            visit(select, hash, RowHash.Bucket(id, buckets));
            if (++rows == ChunkRows)
            {
                last = select.Value(0);
            }
        }

        return rows;
    }
}
