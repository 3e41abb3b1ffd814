using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Reads the documents of a home page by page: the function bounds a page by rows and bytes.</summary>
internal sealed class ConvexRows(ConvexCalls calls)
{
    /// <summary>How many documents one call reads or writes.</summary>
    public const int Page = 500;

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
        for (int start = 0; start < ids.Count;)
        {
            List<string> page = [.. ids.Skip(start).Take(Page).Select(static id => id.ToString())];
            start += await calls.QueryAsync(
                "rowsOf",
                (ConvexNames.Of(model).Table, Home: home, Ids: page),
                static (writer, what) =>
                {
                    writer.WriteString("model"u8, what.Table);
                    writer.WriteString("home"u8, what.Home);
                    WriteIds(writer, "ids"u8, what.Ids);
                },
                answer =>
                {
                    Take(model, answer.GetProperty("rows"u8), (row, _) => found.Add(row));
                    return (int)ConvexValues.ReadDouble(answer.GetProperty("looked"u8));
                },
                cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>The ids of live rows below a version.</summary>
    public async ValueTask<List<string>> ReadBelowAsync(SyncModel model, string home, long below, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        await ScanAsync(model, home, (row, _) =>
        {
            if (!row.Deleted && row.Version < below)
            {
                ids.Add(row.Id.ToString());
            }
        }, cancellationToken).ConfigureAwait(false);
        return ids;
    }

    /// <summary>Writes an array of ids.</summary>
    public static void WriteIds(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private async ValueTask ScanAsync(SyncModel model, string home, Action<RowDigest, ulong> take, CancellationToken cancellationToken)
    {
        string? after = "";
        while (after is not null)
        {
            after = await calls.QueryAsync(
                "rows",
                (ConvexNames.Of(model).Table, Home: home, After: after),
                static (writer, what) =>
                {
                    writer.WriteString("model"u8, what.Table);
                    writer.WriteString("home"u8, what.Home);
                    writer.WriteString("after"u8, what.After);
                    writer.WriteNumber("limit"u8, Page);
                },
                answer => Take(model, answer, take),
                cancellationToken).ConfigureAwait(false);
        }
    }

    // Gives the last id of the page; null when it was empty.
    private static string? Take(SyncModel model, JsonElement rows, Action<RowDigest, ulong> take)
    {
        ConvexSource source = new(model);
        string? last = null;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            source.Row = row;
            last = source.RecordId;
            SqlValue id = model.TryParseId(last, out SqlValue parsed) ? parsed : throw new FormatException($"'{last}' is no id of {model.Name}.");
            ulong hash = RowScan.HashForeign(model, source, id, out ulong idHash);
            take(new RowDigest(id, (long)ConvexValues.ReadDouble(row.GetProperty("hiveVersion"u8)), row.GetProperty("hiveDeleted"u8).GetBoolean(), hash), idHash);
        }

        return last;
    }
}
