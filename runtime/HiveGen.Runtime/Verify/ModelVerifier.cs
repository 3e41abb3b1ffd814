using HiveGen.Dispatch;
using HiveGen.Targets;

namespace HiveGen.Verify;

/// <summary>
/// Compares the records of one model: first counts and hashes by buckets, then the rows of the buckets that differ, a bounded
/// number at a time, then one by one the records that are left.
/// </summary>
internal sealed class ModelVerifier(TargetContext context, SyncModel model, VerifyOptions options, VerifyTally tally, Func<bool> running)
{
    private const int Buckets = 4096;

    private readonly VersionRange versions = VersionRange.Read(context, model);
    private readonly HiveEngine engine = context.Engine;

    /// <summary>Compares.</summary>
    public async ValueTask RunAsync(IProgress<VerifyProgress>? progress, CancellationToken cancellationToken)
    {
        Task<BucketDigest[]> reading = Task.Run(() => HiveRows.Digest(engine, model, Buckets, progress, cancellationToken), cancellationToken);
        Task<IReadOnlyList<BucketDigest>> asking = DigestAsync(cancellationToken).AsTask();
        await Task.WhenAll(reading, asking).ConfigureAwait(false);
        BucketDigest[] ours = await reading.ConfigureAwait(false);
        IReadOnlyList<BucketDigest> theirs = await asking.ConfigureAwait(false);
        if (theirs.Count != Buckets)
        {
            throw new HiveException($"The adapter of '{context.Name}' gave {theirs.Count} digests for {Buckets} buckets.");
        }

        long high = versions.High(ChangeLog.MaxSeq(engine.Readers));
        HashSet<int> group = [];
        long rows = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            tally.Records += ours[bucket].Count;
            if (Agree(ours[bucket], theirs[bucket], high))
            {
                continue;
            }

            long more = ours[bucket].Count + theirs[bucket].Count;
            if (group.Count > 0 && rows + more > options.GroupRows)
            {
                await CompareAsync(group, cancellationToken).ConfigureAwait(false);
                group.Clear();
                rows = 0;
            }

            group.Add(bucket);
            rows += more;
        }

        if (group.Count > 0)
        {
            await CompareAsync(group, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(CancellationToken cancellationToken)
    {
        (SyncModel Model, string Home) wanted = (model, engine.HiveId);
        return Deadline.RunAsync(context, wanted, static (target, what, token) => target.DigestAsync(what.Model, what.Home, Buckets, token), options.ReadTimeout, cancellationToken);
    }

    private bool Agree(in BucketDigest own, in BucketDigest other, long high)
        => own.Count == other.Count && own.Hash == other.Hash && other.MaxVersion <= high && (other.Count == 0 || other.MinVersion >= versions.Low);

    private async ValueTask CompareAsync(HashSet<int> buckets, CancellationToken cancellationToken)
    {
        (SyncModel Model, string Home, HashSet<int> Buckets) wanted = (model, engine.HiveId, buckets);
        IReadOnlyList<RowDigest> found = await Deadline.RunAsync(
            context,
            wanted,
            static (target, what, token) => target.ReadBucketsAsync(what.Model, what.Home, ModelVerifier.Buckets, what.Buckets, int.MaxValue, token),
            options.ReadTimeout,
            cancellationToken).ConfigureAwait(false);
        Dictionary<SqlValue, RowDigest> rows = new(found.Count);
        foreach (RowDigest row in found)
        {
            rows[row.Id] = row;
        }

        List<SqlValue> suspects = await Task.Run(() => Suspected(rows, buckets, cancellationToken), cancellationToken).ConfigureAwait(false);
        await new Suspects(context, model, versions, options, tally).CheckAsync(suspects, running, cancellationToken).ConfigureAwait(false);
    }

    // What is equal is taken out of the rows; what is left there has no record.
    private List<SqlValue> Suspected(Dictionary<SqlValue, RowDigest> rows, HashSet<int> buckets, CancellationToken cancellationToken)
    {
        long maxSeq = ChangeLog.MaxSeq(engine.Readers);
        List<SqlValue> suspects = [];
        HiveRows.Visit(
            engine,
            model,
            Buckets,
            (record, hash, bucket) =>
            {
                if (!buckets.Contains(bucket))
                {
                    return;
                }

                SqlValue id = record.Value(0);
                if (versions.Judge(hash, rows.Remove(id, out RowDigest row) ? row : null, maxSeq) is not null)
                {
                    suspects.Add(id);
                }
            },
            progress: null,
            cancellationToken);
        foreach (RowDigest row in rows.Values)
        {
            if (versions.Judge(hash: null, row, maxSeq) is not null)
            {
                suspects.Add(row.Id);
            }
        }

        return suspects;
    }
}
