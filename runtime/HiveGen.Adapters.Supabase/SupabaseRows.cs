using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Reads the rows of a home for a comparison with the Hive, page by page: the function bounds a page by rows and bytes.</summary>
internal sealed class SupabaseRows(SupabaseRpc rpc)
{
    private const int PageRows = 1000;

    /// <summary>Every row as a digest a bucket.</summary>
    public async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        BucketTally tally = new(buckets);
        await ScanAsync(model, home, tally.Add, cancellationToken).ConfigureAwait(false);
        return tally.Digests;
    }

    /// <summary>The rows of some buckets.</summary>
    /// <exception cref="TargetException">There are more than <paramref name="limit"/>.</exception>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        BucketRows found = new(model, buckets, wanted, limit);
        await ScanAsync(model, home, found.Add, cancellationToken).ConfigureAwait(false);
        return found.ToList();
    }

    /// <summary>The rows of some ids.</summary>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = [];
        for (int start = 0; start < ids.Count; start += PageRows)
        {
            List<string> page = [.. ids.Skip(start).Take(PageRows).Select(static id => id.ToString())];
            // The function may stop before the end of a page: what is behind the last row is asked for again.
            string? after = null;
            while (await ReadAsync(model, home, after, page, (row, _) => found.Add(row), cancellationToken).ConfigureAwait(false) is { } last)
            {
                after = last;
            }
        }

        return found;
    }

    private async ValueTask ScanAsync(SyncModel model, string home, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
    {
        string? after = null;
        while (await ReadAsync(model, home, after, ids: null, take, cancellationToken).ConfigureAwait(false) is { } last)
        {
            after = last;
        }
    }

    // Gives the last id of the page; null when it was empty.
    private ValueTask<string?> ReadAsync(SyncModel model, string home, string? after, List<string>? ids, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
        => rpc.CallAsync(
            "hive_rows",
            (Model: model.Name, Home: home, After: after, Ids: ids),
            static (writer, what) =>
            {
                writer.WriteString("model"u8, what.Model);
                writer.WriteString("home"u8, what.Home);
                writer.WriteString("after"u8, what.After);
                SupabaseIds.Write(writer, "ids"u8, what.Ids);
                writer.WriteNumber("page"u8, PageRows);
            },
            answer => Take(model, answer, take),
            cancellationToken);

    private static string? Take(SyncModel model, JsonElement answer, Action<RowDigest, ulong> take)
    {
        SupabaseSource source = new();
        string? last = null;
        foreach (JsonElement row in answer.EnumerateArray())
        {
            source.Row = row;
            last = source.Text(0)!;
            SqlValue id = model.TryParseId(last, out SqlValue parsed) ? parsed : throw new FormatException($"'{last}' is no id of {model.Name}.");
            ulong hash = RowScan.HashForeign(model, source, id, out ulong idHash);
            take(new RowDigest(id, source.Version, source.Deleted, hash), idHash);
        }

        return last;
    }
}
