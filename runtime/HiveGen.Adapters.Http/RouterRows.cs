using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Asks a router for what the rows of a Hive come to there. Thread-safe.</summary>
internal sealed class RouterRows(RouterRequests requests)
{
    private const string Path = "sync/rows";

    /// <summary>Counts and hashes by buckets.</summary>
    public async ValueTask<IReadOnlyList<BucketDigest>> DigestAsync(SyncModel model, string home, int buckets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        HttpAnswer answer = await requests.PostAsync(
            "sync/digest",
            (Model: model, Home: home, Buckets: buckets),
            static (writer, what) =>
            {
                WriteScope(writer, what.Model, what.Home);
                writer.WriteNumber("buckets"u8, what.Buckets);
            },
            RequestKind.Rows,
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
        return RouterCursor.Read(requests.Settings, answer, root => ReadDigests(root, buckets));
    }

    /// <summary>The rows of some buckets: in halves, where they are more than the router gives at once.</summary>
    /// <exception cref="TargetException">There are more rows than the limit.</exception>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadBucketsAsync(SyncModel model, string home, int buckets, IReadOnlySet<int> wanted, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(wanted);
        List<RowDigest> rows = [];
        Stack<int[]> parts = new([[.. wanted]]);
        while (parts.TryPop(out int[]? part))
        {
            try
            {
                rows.AddRange(await ReadPartAsync(model, home, buckets, part, cancellationToken).ConfigureAwait(false));
            }
            catch (TargetException e) when (e.Failure == TargetFailure.TooLarge && part.Length > 1)
            {
                parts.Push(part[(part.Length / 2)..]);
                parts.Push(part[..(part.Length / 2)]);
            }

            if (rows.Count > limit)
            {
                throw BucketRows.TooMany(model, limit);
            }
        }

        return rows;
    }

    /// <summary>The rows of these ids, so many in a request.</summary>
    public async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(SyncModel model, string home, IReadOnlyList<SqlValue> ids, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ids);
        List<RowDigest> rows = new(ids.Count);
        foreach (SqlValue[] part in ids.Chunk(most))
        {
            HttpAnswer answer = await requests.PostAsync(
                Path,
                (Model: model, Home: home, Ids: part),
                static (writer, what) =>
                {
                    WriteScope(writer, what.Model, what.Home);
                    WriteIds(writer, what.Ids);
                },
                RequestKind.Rows,
                wholeTable: false,
                cancellationToken).ConfigureAwait(false);
            rows.AddRange(RouterCursor.Read(requests.Settings, answer, ReadRows));
        }

        return rows;
    }

    private async ValueTask<List<RowDigest>> ReadPartAsync(SyncModel model, string home, int buckets, int[] part, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await requests.PostAsync(
            Path,
            (Model: model, Home: home, Buckets: buckets, Part: part),
            static (writer, what) =>
            {
                WriteScope(writer, what.Model, what.Home);
                writer.WriteNumber("buckets"u8, what.Buckets);
                writer.WriteStartArray("wanted"u8);
                foreach (int bucket in what.Part)
                {
                    writer.WriteNumberValue(bucket);
                }

                writer.WriteEndArray();
            },
            RequestKind.Rows,
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
        return RouterCursor.Read(requests.Settings, answer, ReadRows);
    }

    private static void WriteScope(Utf8JsonWriter writer, SyncModel model, string home)
    {
        writer.WriteString("model"u8, model.Name);
        writer.WriteString("home"u8, home);
        writer.WriteString("layout"u8, RowHash.Layout(model));
    }

    private static void WriteIds(Utf8JsonWriter writer, SqlValue[] ids)
    {
        writer.WriteStartArray("ids"u8);
        foreach (SqlValue id in ids)
        {
            if (id.Kind == SqlKind.Integer)
            {
                writer.WriteNumberValue(id.Int64);
            }
            else
            {
                writer.WriteStringValue(id.ToString());
            }
        }

        writer.WriteEndArray();
    }

    private static BucketDigest[] ReadDigests(JsonElement root, int buckets)
    {
        BucketDigest[] digests = new BucketDigest[buckets];
        Array.Fill(digests, BucketDigest.Empty);
        foreach (JsonElement one in root.GetProperty("digests"u8).EnumerateArray())
        {
            int bucket = one.GetProperty("bucket"u8).GetInt32();
            if ((uint)bucket >= (uint)buckets)
            {
                throw new FormatException("A bucket that was not asked for.");
            }

            digests[bucket] = new BucketDigest(
                one.GetProperty("count"u8).GetInt64(), Hash(one), one.GetProperty("minVersion"u8).GetInt64(), one.GetProperty("maxVersion"u8).GetInt64());
        }

        return digests;
    }

    private static List<RowDigest> ReadRows(JsonElement root)
    {
        JsonElement all = root.GetProperty("rows"u8);
        List<RowDigest> rows = new(all.GetArrayLength());
        foreach (JsonElement one in all.EnumerateArray())
        {
            JsonElement id = one.GetProperty("id"u8);
            SqlValue value = id.ValueKind == JsonValueKind.Number ? SqlValue.From(id.GetInt64()) : SqlValue.From(id.GetString());
            rows.Add(new RowDigest(value, one.GetProperty("version"u8).GetInt64(), one.GetProperty("deleted"u8).GetBoolean(), Hash(one)));
        }

        return rows;
    }

    // As text, because JSON numbers of 64 bits do not survive everywhere.
    private static ulong Hash(JsonElement one) => one.GetProperty("hash"u8).GetString() is { Length: 16 } text && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash)
        ? hash
        : throw new FormatException("A hash is sixteen digits.");
}
