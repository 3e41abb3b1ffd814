using System.Buffers;
using System.Text.Json;

namespace HiveGen.Router;

/// <summary>Where fields are put into a normal form for the generated metadata, record after record. For one request; not thread-safe.</summary>
internal sealed class RecordBuffer : IDisposable
{
    private ArrayBufferWriter<byte>? bytes;
    private Utf8JsonWriter? writer;

    /// <summary>What has been written and flushed.</summary>
    public ReadOnlySpan<byte> Written => bytes is null ? default : bytes.WrittenSpan;

    /// <summary>A writer for the next record, in its first brace.</summary>
    public Utf8JsonWriter Start()
    {
        bytes ??= new ArrayBufferWriter<byte>();
        bytes.ResetWrittenCount();
        // The values are copied out of JSON that has been read already.
        writer ??= new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        writer.Reset(bytes);
        writer.WriteStartObject();
        return writer;
    }

    public void Dispose() => writer?.Dispose();
}
