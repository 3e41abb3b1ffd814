using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Writes the bodies of <c>/sync</c> and <c>/sync/batch</c> straight from the records: no text and no object a field.</summary>
internal sealed class BatchBody
{
    private readonly ModelJson whole = new(givenOnly: false);
    private readonly ModelJson given = new(givenOnly: true);

    /// <summary>Writes a run and the move of the cursor that goes with it; one record alone in the form of <c>/sync</c>.</summary>
    public void Write(PooledBuffer buffer, in BatchRun run, bool single, CursorMove? move, string? key, DateTimeOffset? now, bool versions = true)
    {
        SyncItem first = run.Items[run.Start];
        bool versioned = versions && first.Kind == SyncItemKind.State;
        JsonTypeInfo json = JsonOf(first);
        using Utf8JsonWriter writer = new(buffer, PooledBuffer.Writing);
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

        if (now is { } time)
        {
            writer.WriteNumber("timestamp"u8, time.ToUnixTimeMilliseconds());
        }

        if (key is not null)
        {
            writer.WriteString("idempotencyKey"u8, key);
        }

        if (single)
        {
            WriteMembers(writer, first, versioned, json);
        }
        else
        {
            WriteRecords(writer, run, versioned, json);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Writes the fields of one record and nothing else.</summary>
    public void WriteData(PooledBuffer buffer, in SyncItem item)
    {
        using Utf8JsonWriter writer = new(buffer, PooledBuffer.Writing);
        JsonSerializer.Serialize(writer, item.Record, JsonOf(item));
    }

    /// <summary>Writes the member <c>cursor</c>.</summary>
    public static void WriteCursor(Utf8JsonWriter writer, CursorMove move)
    {
        writer.WriteStartObject("cursor"u8);
        WritePlaces(writer, move);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members <c>from</c> and <c>to</c>.</summary>
    public static void WritePlaces(Utf8JsonWriter writer, CursorMove move)
    {
        CursorJson.Write(writer, "from"u8, move.From);
        CursorJson.Write(writer, "to"u8, move.To);
    }

    private JsonTypeInfo JsonOf(in SyncItem item) => (item.Kind == SyncItemKind.State ? whole : given).Of(item.Model);

    private static void WriteRecords(Utf8JsonWriter writer, in BatchRun run, bool versioned, JsonTypeInfo json)
    {
        writer.WriteStartArray("records"u8);
        for (int index = run.Start; index < run.Start + run.Count; index++)
        {
            writer.WriteStartObject();
            WriteMembers(writer, run.Items[index], versioned, json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, in SyncItem item, bool versioned, JsonTypeInfo json)
    {
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
    }
}
