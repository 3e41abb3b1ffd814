using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Writes a batch as <c>hive_apply</c> takes it.</summary>
internal static class SupabaseBody
{
    /// <summary>Writes the argument of the function.</summary>
    public static void Write(Utf8JsonWriter writer, SendBatch batch)
    {
        writer.WriteStartObject("batch"u8);
        if (batch.Cursor is { } move)
        {
            writer.WriteStartObject("cursor"u8);
            writer.WriteString("hive"u8, move.Hive);
            CursorJson.Write(writer, "from"u8, move.From);
            CursorJson.Write(writer, "to"u8, move.To);
            writer.WriteEndObject();
        }

        SupabaseFields fields = new(writer);
        writer.WriteStartArray("runs"u8);
        for (int start = 0; start < batch.Items.Count;)
        {
            SupabaseRun run = SupabaseRun.From(batch.Items, start);
            Write(writer, fields, batch.Items, run);
            start = run.End;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SupabaseFields fields, IReadOnlyList<SyncItem> items, SupabaseRun run)
    {
        SyncItem first = items[run.Start];
        JsonEncodedText[] columns = SupabaseColumns.Of(first.Model).Names;
        writer.WriteStartObject();
        writer.WriteString("model"u8, first.Model.Name);
        writer.WriteString("home"u8, first.Home);
        writer.WriteBoolean("merge"u8, first.Kind == SyncItemKind.Merge);
        // Once a run: members that a table has no column for would otherwise be left out without a word.
        writer.WriteStartArray("columns"u8);
        foreach (JsonEncodedText column in columns)
        {
            writer.WriteStringValue(column);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows"u8);
        for (int index = run.Start; index < run.End; index++)
        {
            Write(writer, fields, items[index], columns);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SupabaseFields fields, in SyncItem item, JsonEncodedText[] columns)
    {
        writer.WriteStartObject();
        if (item.Record is { } record)
        {
            fields.Write(item.Model, record);
        }
        else
        {
            writer.WriteString(columns[0], item.RecordId);
            writer.WriteBoolean("_deleted"u8, true);
        }

        if (item.Kind == SyncItemKind.Merge)
        {
            WriteMerge(writer, item, columns);
        }
        else
        {
            writer.WriteNumber("_version"u8, item.Version);
        }

        writer.WriteEndObject();
    }

    private static void WriteMerge(Utf8JsonWriter writer, in SyncItem item, JsonEncodedText[] columns)
    {
        writer.WriteBoolean("_hive_revive"u8, item.Operation == SyncOperation.Create);
        writer.WriteStartArray("_hive_given"u8);
        for (int field = 0; field < columns.Length; field++)
        {
            if (item.Record?.Given.Has(field) == true)
            {
                writer.WriteStringValue(columns[field]);
            }
        }

        writer.WriteEndArray();
    }
}
