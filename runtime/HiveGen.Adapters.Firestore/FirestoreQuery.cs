using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Reads the documents of a home page by page. It asks by one field alone, for which Firestore has an index by itself.</summary>
internal static class FirestoreQuery
{
    private const int LeastRows = 20; // of a megabyte each, at the worst
    private const int MostRows = 1000;
    private const int PageBytes = 4 << 20;

    /// <summary>Hands out the documents of a home.</summary>
    /// <param name="client">The database.</param>
    /// <param name="model">The model.</param>
    /// <param name="home">The home.</param>
    /// <param name="statesOnly">Whether the bookkeeping is enough.</param>
    /// <param name="each">Takes a document; it says whether it wants more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask RunAsync(FirestoreClient client, SyncModel model, string home, bool statesOnly, Func<JsonElement, bool> each, CancellationToken cancellationToken)
    {
        int rows = statesOnly ? MostRows : LeastRows;
        string? after = null;
        bool more = true;
        while (more)
        {
            PooledBuffer buffer = new();
            Write(buffer, model, home, statesOnly, after, rows);
            using JsonDocument? answer = await TryCallAsync(client, buffer.Written, rows, cancellationToken).ConfigureAwait(false);
            buffer.Return();
            if (answer is null)
            {
                rows = LeastRows;
                continue;
            }

            int read = 0;
            long bytes = 0;
            int asked = rows;
            more = client.Read(answer, root =>
            {
                foreach (JsonElement item in root.EnumerateArray())
                {
                    if (item.TryGetProperty("document"u8, out JsonElement document))
                    {
                        read++;
                        bytes += System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(document).Length;
                        after = document.GetProperty("name"u8).GetString();
                        if (!each(document))
                        {
                            return false;
                        }
                    }
                }

                return read == asked;
            });
            // Grows slowly: the next documents may be larger than these.
            rows = statesOnly ? MostRows : (int)Math.Clamp(PageBytes / Math.Max(1, bytes / Math.Max(1, read)), LeastRows, Math.Min(MostRows, asked * 2));
        }
    }

    // Null where so many documents are more than an answer may be: those before them were smaller.
    private static async ValueTask<JsonDocument?> TryCallAsync(FirestoreClient client, ReadOnlyMemory<byte> query, int rows, CancellationToken cancellationToken)
    {
        try
        {
            return await client.CallAsync("runQuery", query, isLong: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TargetException large) when (rows > LeastRows && large.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
        {
            return null;
        }
    }

    private static void Write(PooledBuffer buffer, SyncModel model, string home, bool statesOnly, string? after, int rows)
    {
        using Utf8JsonWriter writer = new(buffer, FirestoreClient.Writing);
        writer.WriteStartObject();
        writer.WriteStartObject("structuredQuery"u8);
        FirestoreQueryParts.From(writer, model);
        if (statesOnly)
        {
            FirestoreQueryParts.SelectStates(writer);
        }

        writer.WriteStartObject("where"u8);
        FirestoreQueryParts.Field(writer, FirestoreNames.Home, "EQUAL", "stringValue", home);
        writer.WriteEndObject();
        FirestoreQueryParts.OrderByName(writer);
        if (after is not null)
        {
            FirestoreQueryParts.StartAfter(writer, after);
        }

        writer.WriteNumber("limit"u8, rows);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
