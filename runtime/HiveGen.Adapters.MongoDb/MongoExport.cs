using System.Buffers;
using System.Text;
using System.Text.Json;
using HiveGen.Export;
using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The collections as a script for mongosh: validators, which the target does without, and the indexes, which it makes itself.</summary>
internal sealed class MongoExport : IHiveExport
{
    public string Name => "mongodb";

    public string Description => "MongoDB: a script for mongosh with the validators and indexes of the target's collections";

    public IReadOnlyList<ExportFile> Export(HiveSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        StringBuilder script = new("// mongosh <connection string> mongodb.js : may be run again.\n");
        List<ExportFile> files = [];
        foreach (SyncModel model in schema.Synced)
        {
            string collection = $"\"{JsonEncodedText.Encode(model.Name)}\"";
            string validator = Validator(model);
            files.Add(new ExportFile($"{model.Name}.validator.json", validator));
            script.Append("\nif (!db.getCollectionNames().includes(").Append(collection).Append(")) db.createCollection(").Append(collection).Append(");\n")
                .Append("db.runCommand({ collMod: ").Append(collection).Append(", validationLevel: 'moderate', validationAction: 'error', validator: ").Append(validator).Append(" });\n")
                .Append("db.getCollection(").Append(collection).Append(").createIndex({ _home: 1, _version: 1 });\n")
                .Append("db.getCollection(").Append(collection).Append(").createIndex({ _syncedAt: 1, _id: 1 });\n");
        }

        return [new ExportFile("mongodb.js", script.ToString()), .. files];
    }

    private static string Validator(SyncModel model)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter w = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        w.WriteStartObject();
        w.WriteStartObject("$jsonSchema");
        w.WriteString("bsonType", "object");
        w.WriteStartArray("required");
        foreach (string name in (ReadOnlySpan<string>)["_id", "_version", "_deleted", "_home"])
        {
            w.WriteStringValue(name);
        }

        w.WriteEndArray();
        w.WriteStartObject("properties");
        for (int index = 0; index < model.Fields.Count; index++)
        {
            Field(w, index == 0 ? "_id" : model.Fields[index].Name, TypeOf(model.Fields[index].Type), nullable: index > 0);
        }

        Field(w, "_version", "long", nullable: false);
        Field(w, "_deleted", "bool", nullable: false);
        Field(w, "_home", "string", nullable: false);
        Field(w, "_syncedAt", "date", nullable: false);
        Field(w, "_micros", "object", nullable: false);
        w.WriteEndObject();
        w.WriteEndObject();
        w.WriteEndObject();
        w.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Every field but the id may be null: a merge may leave one out, and an older app does not know a newer one.
    private static void Field(Utf8JsonWriter w, string name, string? type, bool nullable)
    {
        w.WriteStartObject(name);
        if (type is not null && nullable)
        {
            w.WriteStartArray("bsonType");
            w.WriteStringValue(type);
            w.WriteStringValue("null");
            w.WriteEndArray();
        }
        else if (type is not null)
        {
            w.WriteString("bsonType", type);
        }

        w.WriteEndObject();
    }

    private static string? TypeOf(SyncType type) => type switch
    {
        SyncType.Bool => "bool",
        SyncType.Int32 or SyncType.Int64 or SyncType.Time or SyncType.Duration => "long",
        SyncType.Double => "double",
        SyncType.Decimal => "decimal",
        SyncType.Timestamp => "date",
        SyncType.Guid or SyncType.Blob => "binData",
        SyncType.Json => null, // any value
        _ => "string",
    };
}
