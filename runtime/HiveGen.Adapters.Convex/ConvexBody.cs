using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Writes a batch as the mutation <c>apply</c> takes it: the cursor, and the rows of each table.</summary>
internal static class ConvexBody
{
    /// <summary>Writes the arguments.</summary>
    public static void Write(Utf8JsonWriter writer, SendBatch batch)
    {
        if (batch.Cursor is { } move)
        {
            writer.WriteStartObject("cursor"u8);
            writer.WriteString("hive"u8, move.Hive);
            CursorJson.Write(writer, "from"u8, move.From);
            CursorJson.Write(writer, "to"u8, move.To);
            writer.WriteEndObject();
        }

        ConvexFields fields = new(writer);
        writer.WriteStartObject("models"u8);
        HashSet<SyncModel> written = [];
        for (int index = 0; index < batch.Items.Count; index++)
        {
            SyncModel model = batch.Items[index].Model;
            if (written.Add(model))
            {
                Write(writer, fields, batch.Items, index, model);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConvexFields fields, IReadOnlyList<SyncItem> items, int first, SyncModel model)
    {
        ConvexNames names = ConvexNames.Of(model);
        writer.WriteStartArray(names.Table);
        for (int index = first; index < items.Count; index++)
        {
            if (items[index].Model == model)
            {
                Write(writer, fields, items[index], names);
            }
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ConvexFields fields, in SyncItem item, ConvexNames names)
    {
        writer.WriteStartObject();
        if (item.Record is { } record)
        {
            fields.Write(item.Model, record);
        }
        else
        {
            writer.WriteString(names.Members[0], item.RecordId);
        }

        writer.WriteNumber("hiveVersion"u8, item.Kind == SyncItemKind.Merge ? 0 : item.Version);
        writer.WriteBoolean("hiveDeleted"u8, item.Record is null);
        writer.WriteString("hiveHome"u8, item.Home);
        if (item.Kind == SyncItemKind.Merge)
        {
            WriteMerge(writer, item, names);
        }

        writer.WriteEndObject();
    }

    private static void WriteMerge(Utf8JsonWriter writer, in SyncItem item, ConvexNames names)
    {
        writer.WriteStartObject("hiveMerge"u8);
        writer.WriteBoolean("revive"u8, item.Operation == SyncOperation.Create);
        writer.WriteStartArray("given"u8);
        for (int field = 0; field < names.Members.Length; field++)
        {
            if (item.Record?.Given.Has(field) == true)
            {
                writer.WriteStringValue(names.Members[field]);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
