using System.Buffers;
using System.Text.Json;

namespace HiveGen.Router;

/// <summary>
/// Where fields are put into a normal form for the generated metadata, record after record. One a thread, used again: whoever starts
/// it ends with it before the next await.
/// </summary>
internal sealed class RecordBuffer
{
    private const int MaxKept = 64 * 1024;

    [ThreadStatic]
    private static RecordBuffer? mine;

    private readonly ArrayBufferWriter<byte> bytes = new();

    // The values are copied out of JSON that has been read already.
    private RecordBuffer() => Writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Writes into it.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What has been written and flushed.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <summary>Begins a record with its first brace.</summary>
    public static RecordBuffer Start()
    {
        RecordBuffer buffer = mine is { } kept && kept.bytes.Capacity <= MaxKept ? kept : mine = new RecordBuffer();
        buffer.bytes.ResetWrittenCount();
        buffer.Writer.Reset(buffer.bytes);
        buffer.Writer.WriteStartObject();
        return buffer;
    }
}
