using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Looks for ghosts that are old enough, by the index that the export has.</summary>
internal static class FirestoreGhosts
{
    /// <summary>The oldest ghosts of a Hive and of requests in a collection, not more than one request removes; none where the index is not deployed.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask<List<FirestoreDocument>> FindAsync(FirestoreClient client, SyncModel model, string hive, long before, CancellationToken cancellationToken)
    {
        PooledBuffer buffer = new();
        Write(buffer, model, hive, before);
        try
        {
            using JsonDocument answer = await client.CallAsync("runQuery", buffer.Written, isLong: true, cancellationToken).ConfigureAwait(false);
            buffer.Return();
            return client.Read(answer, static root =>
            {
                List<FirestoreDocument> found = [];
                foreach (JsonElement item in root.EnumerateArray())
                {
                    if (item.TryGetProperty("document"u8, out JsonElement document))
                    {
                        found.Add(FirestoreDocument.Read(document));
                    }
                }

                return found;
            });
        }
        catch (TargetException missing) when (missing.Message.Contains(FirestoreErrors.FailedPrecondition, StringComparison.Ordinal))
        {
            // Ghosts take room and harm nobody: the sync does not wait for the index.
            return [];
        }
    }

    private static void Write(PooledBuffer buffer, SyncModel model, string hive, long before)
    {
        using Utf8JsonWriter writer = new(buffer, FirestoreClient.Writing);
        writer.WriteStartObject();
        writer.WriteStartObject("structuredQuery"u8);
        FirestoreQueryParts.From(writer, model);
        FirestoreQueryParts.SelectStates(writer);
        writer.WriteStartObject("where"u8);
        writer.WriteStartObject("compositeFilter"u8);
        writer.WriteString("op"u8, "AND"u8);
        writer.WriteStartArray("filters"u8);
        writer.WriteStartObject();
        FirestoreQueryParts.Field(writer, FirestoreNames.Deleted, "EQUAL", "booleanValue", "true");
        writer.WriteEndObject();
        writer.WriteStartObject();
        // Others' ghosts are for others to remove; they would fill the answer.
        FirestoreQueryParts.AnyOf(writer, FirestoreNames.Home, hive, GhostPurge.HttpHome);
        writer.WriteEndObject();
        writer.WriteStartObject();
        FirestoreQueryParts.Field(writer, FirestoreNames.SyncedAt, "LESS_THAN", "timestampValue", FirestoreValues.Timestamp(before));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteNumber("limit"u8, FirestoreWrite.MaxWrites);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
