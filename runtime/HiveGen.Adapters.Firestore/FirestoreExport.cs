using System.Buffers;
using System.Text;
using System.Text.Json;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Rules that keep clients from writing into the collections and from seeing ghosts, and the index of the target's queries.</summary>
internal sealed class FirestoreExport : IHiveExport
{
    public string Name => "firestore";

    public string Description => "Firestore: security rules and indexes for firebase deploy";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return [new ExportFile("firestore.rules", Rules(schema.Synced)), new ExportFile("firestore.indexes.json", Indexes(schema.Synced))];
    }

    private static string Rules(IReadOnlyList<SyncModel> models)
    {
        StringBuilder rules = new("rules_version = '2';\nservice cloud.firestore {\n  match /databases/{database}/documents {\n");
        foreach (SyncModel model in models)
        {
            rules.Append("    match /").Append(model.Name).Append("/{id} {\n")
                .Append("      allow read: if request.auth != null && resource.data._deleted != true;\n")
                .Append("      allow write: if false; // HiveGen writes as a service account, which rules do not bind\n")
                .Append("    }\n");
        }

        return rules.Append("    match /_hive_cursor/{id} {\n      allow read, write: if false;\n    }\n  }\n}\n").ToString();
    }

    private static string Indexes(IReadOnlyList<SyncModel> models)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter w = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        w.WriteStartObject();
        w.WriteStartArray("indexes");
        foreach (SyncModel model in models)
        {
            w.WriteStartObject();
            w.WriteString("collectionGroup", model.Name);
            w.WriteString("queryScope", "COLLECTION");
            w.WriteStartArray("fields");
            Field(w, FirestoreNames.Deleted);
            Field(w, FirestoreNames.Home);
            Field(w, FirestoreNames.SyncedAt);
            w.WriteEndArray();
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartArray("fieldOverrides");
        w.WriteEndArray();
        w.WriteEndObject();
        w.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Field(Utf8JsonWriter w, string path)
    {
        w.WriteStartObject();
        w.WriteString("fieldPath", path);
        w.WriteString("order", "ASCENDING");
        w.WriteEndObject();
    }
}
