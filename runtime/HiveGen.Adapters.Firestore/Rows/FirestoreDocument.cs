using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>A stored document, as far as every answer tells.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UpdateTime">When it was written last, as Firestore spells it.</param>
/// <param name="Version">Its version; 0 when it has none.</param>
/// <param name="Deleted">Whether it is a ghost.</param>
/// <param name="Home">The Hive it belongs to; null for a document of another program.</param>
internal readonly record struct FirestoreDocument(string Name, string UpdateTime, long Version, bool Deleted, string? Home)
{
    /// <summary>Reads what every answer tells of a document.</summary>
    public static FirestoreDocument Read(JsonElement document)
    {
        JsonElement fields = Fields(document);
        return new FirestoreDocument(
            document.GetProperty("name"u8).GetString()!,
            document.GetProperty("updateTime"u8).GetString()!,
            FirestoreValues.Find(fields, FirestoreNames.Version) is { } version ? FirestoreValues.Int64(version) : 0,
            FirestoreValues.Find(fields, FirestoreNames.Deleted) is { } deleted && FirestoreValues.Bool(deleted),
            FirestoreValues.Find(fields, FirestoreNames.Home) is { } home ? FirestoreValues.Text(home) : null);
    }

    /// <summary>The fields of a document; a document without any has no such member.</summary>
    public static JsonElement Fields(JsonElement document) => document.TryGetProperty("fields"u8, out JsonElement fields) ? fields : default;

    /// <summary>What a write over it would come to, from its home and version; null when it may go on.</summary>
    /// <param name="item">What would be written.</param>
    /// <param name="sweeps">Whether a load is swept: its ghost has the version below the load's, which the document may have too.</param>
    public ItemOutcome? Refuse(in SyncItem item, bool sweeps) => Home is null
        ? new ItemOutcome(ItemStatus.Conflict, $"{item.Model.Name} {item.RecordId} is another program's document: it has no _home.")
        : Home != item.Home ? TargetRow.OtherHome(item, Home)
        : Version > item.Version || (Version == item.Version && (Deleted || !sweeps)) ? new ItemOutcome(ItemStatus.Stale)
        : null;
}
