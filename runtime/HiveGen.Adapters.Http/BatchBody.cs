using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Writes the body of <c>/sync/batch</c> straight from the records: no text and no object a field.</summary>
internal sealed class BatchBody
{
    private readonly ModelJson whole = new(givenOnly: false);
    private readonly ModelJson given = new(givenOnly: true);

    /// <summary>Writes a run and the move of the cursor that goes with it.</summary>
    public void Write(PooledBuffer buffer, in BatchRun run, CursorMove? move, string key, DateTimeOffset now)
    {
        SyncItem first = run.Items[run.Start];
        bool versioned = first.Kind == SyncItemKind.State;
        JsonTypeInfo json = (versioned ? whole : given).Of(first.Model);
        using Utf8JsonWriter writer = new(buffer, ModelJson.Writing);
        writer.WriteStartObject();
        writer.WriteString("model"u8, first.Model.Name);
        writer.WriteString("operation"u8, BatchRun.OperationOf(first));
        if (versioned)
        {
            writer.WriteString("home"u8, first.Home);
        }

        if (move is not null)
        {
            WriteCursor(writer, move);
        }

        writer.WriteNumber("timestamp"u8, now.ToUnixTimeMilliseconds());
        writer.WriteStartArray("records"u8);
        for (int index = run.Start; index < run.Start + run.Count; index++)
        {
            WriteRecord(writer, run.Items[index], versioned, json);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Writes the member <c>cursor</c>.</summary>
    public static void WriteCursor(Utf8JsonWriter writer, CursorMove move)
    {
        writer.WriteStartObject("cursor"u8);
        writer.WritePropertyName("from"u8);
        WriteCursor(writer, move.From);
        writer.WritePropertyName("to"u8);
        WriteCursor(writer, move.To);
        writer.WriteEndObject();
    }

    private static void WriteCursor(Utf8JsonWriter writer, TargetCursor? cursor)
    {
        if (cursor is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("session"u8, cursor.Session);
        writer.WriteNumber("seq"u8, cursor.Seq);
        writer.WriteNumber("epoch"u8, cursor.Epoch);
        writer.WriteNumber("high"u8, cursor.High);
        writer.WriteEndObject();
    }

    private static void WriteRecord(Utf8JsonWriter writer, in SyncItem item, bool versioned, JsonTypeInfo json)
    {
        writer.WriteStartObject();
        writer.WriteString("recordId"u8, item.RecordId);
        if (versioned)
        {
            writer.WriteNumber("version"u8, item.Version);
        }

        if (item.Record is { } record)
        {
            writer.WritePropertyName("data"u8);
            JsonSerializer.Serialize(writer, record, json);
        }

        writer.WriteEndObject();
    }
}
