using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Reads documents by their names.</summary>
internal static class FirestoreRead
{
    /// <summary>The bookkeeping of documents, by name; one that is missing is left out.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask<Dictionary<string, FirestoreDocument>> StatesAsync(FirestoreClient client, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        Dictionary<string, FirestoreDocument> found = new(names.Count, StringComparer.Ordinal);
        await RunAsync(
            client,
            names,
            statesOnly: true,
            document =>
            {
                FirestoreDocument read = FirestoreDocument.Read(document);
                found[read.Name] = read;
            },
            cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Hands out the documents of some names; one that is missing is left out.</summary>
    /// <exception cref="TargetException">The target failed.</exception>
    public static async ValueTask RunAsync(FirestoreClient client, IReadOnlyCollection<string> names, bool statesOnly, Action<JsonElement> each, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return;
        }

        PooledBuffer buffer = new();
        Write(buffer, names, statesOnly);
        using JsonDocument answer = await client.CallAsync("batchGet", buffer.Written, isLong: false, cancellationToken).ConfigureAwait(false);
        buffer.Return();
        client.Read(answer, root =>
        {
            foreach (JsonElement item in root.EnumerateArray())
            {
                if (item.TryGetProperty("found"u8, out JsonElement document))
                {
                    each(document);
                }
            }

            return true;
        });
    }

    private static void Write(PooledBuffer buffer, IReadOnlyCollection<string> names, bool statesOnly)
    {
        using Utf8JsonWriter writer = new(buffer, FirestoreClient.Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("documents"u8);
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        if (statesOnly)
        {
            writer.WriteStartObject("mask"u8);
            writer.WriteStartArray("fieldPaths"u8);
            writer.WriteStringValue(FirestoreNames.Version);
            writer.WriteStringValue(FirestoreNames.Deleted);
            writer.WriteStringValue(FirestoreNames.Home);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
