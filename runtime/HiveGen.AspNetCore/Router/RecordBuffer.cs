using System.Buffers;
using System.Text.Json;

namespace HiveGen.Router;

/// <summary>Where records are put into their normal form, one after the other. For one request; not thread-safe.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly Utf8JsonWriter writer;

    // The values are copied out of JSON that has been read already.
    public RecordBuffer() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>What has been written and flushed.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <summary>A writer for the next record.</summary>
    public Utf8JsonWriter Start()
    {
        bytes.ResetWrittenCount();
        writer.Reset(bytes);
        return writer;
    }

    public void Dispose() => writer.Dispose();
}
