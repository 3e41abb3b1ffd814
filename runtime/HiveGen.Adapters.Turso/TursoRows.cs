using System.Text.Json;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>Reads the rows of a home page by page: for a comparison with the Hive, and for requests that are merged. Thread-safe.</summary>
internal sealed class TursoRows(HranaClient client)
{
    private const int Part = 500; // ids of a request

    /// <summary>Counts and hashes by buckets.</summary>
    public async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        await ScanAsync(model, home, tally.Add, cancellationToken).ConfigureAwait(false);
        return tally.Digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more rows than the limit.</exception>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        await ScanAsync(model, home, found.Add, cancellationToken).ConfigureAwait(false);
        return found.ToList();
    }

    /// <summary>The home's rows of these ids.</summary>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = new(ids.Count);
        int homeColumn = model.Fields.Count + 2;
        await ReadAsync(model, ids, row =>
        {
            if (row.String(homeColumn) == home)
            {
                found.Add(Digest(model, row, out _));
            }
        }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>What is stored under the ids of some items, with the records.</summary>
    public async ValueTask<IReadOnlyList<TargetRow?>> ReadStoredAsync(IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        TargetRow?[] stored = new TargetRow?[items.Count];
        foreach (IGrouping<SyncModel, int> group in Enumerable.Range(0, items.Count).GroupBy(index => items[index].Model))
        {
            SyncModel model = group.Key;
            int fields = model.Fields.Count;
            Dictionary<SqlValue, int> places = group.ToDictionary(index => items[index].Id);
            await ReadAsync(model, [.. places.Keys], row =>
            {
                bool deleted = row.Integer(fields + 1) != 0;
                stored[places[row.Id(0)]] = new TargetRow(row.Integer(fields), deleted, row.String(fields + 2), deleted ? null : model.Read(row));
            }, cancellationToken).ConfigureAwait(false);
        }

        return stored;
    }

    private async ValueTask ReadAsync(SyncModel model, IReadOnlyList<SqlValue> ids, Action<HranaRow> read, CancellationToken cancellationToken)
    {
        foreach (SqlValue[] part in ids.Chunk(Part))
        {
            HranaRequest request = new();
            request.Step(model.Mapping<TursoMap>().SelectRows, wantRows: true);
            request.Argument(TursoIds.Json(part));
            request.EndStep();
            await SendAsync(request, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask ScanAsync(SyncModel model, string home, Action<RowDigest, ulong> found, CancellationToken cancellationToken) => RowPages.ScanAsync(
        (from, most, take) => SendAsync(Page(model, home, from, most), row => take(Digest(model, row, out ulong idHash), idHash), cancellationToken),
        found);

    private static HranaRequest Page(SyncModel model, string home, in SqlValue from, int most)
    {
        HranaRequest request = new();
        request.Step(model.Mapping<TursoMap>().SelectPage, wantRows: true);
        request.Argument(home);
        if (!from.IsNull)
        {
            request.Argument(from);
        }
        else if (model.Fields[0].Type is SyncType.Int64 or SyncType.Int32)
        {
            request.Argument(long.MinValue);
        }
        else
        {
            request.Argument("");
        }

        request.Argument(most);
        request.EndStep();
        return request;
    }

    private async ValueTask SendAsync(HranaRequest request, Action<HranaRow> read, CancellationToken cancellationToken)
    {
        using (request)
        {
            await client.SendAsync(
                request,
                answer =>
                {
                    if (answer.Error(0) is { } error)
                    {
                        throw client.Fail(error);
                    }

                    HranaRow row = new();
                    foreach (JsonElement one in answer.Rows(0).EnumerateArray())
                    {
                        read(row.On(one));
                    }

                    return true;
                },
                wholeTable: true,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static RowDigest Digest(SyncModel model, HranaRow row, out ulong idHash)
    {
        int fields = model.Fields.Count;
        SqlValue id = row.Id(0);
        ulong hash = RowScan.HashForeign(model, row, id, out idHash);
        return new RowDigest(id, row.Integer(fields), row.Integer(fields + 1) != 0, hash);
    }
}
