using System.Buffers;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HiveGen.Adapters.Http;

/// <summary>Bytes in an array of the pool that grows. One owner; not thread-safe. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 16 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int length;

    /// <summary>How bodies are written: compact, and letters as they are. Servers read them as UTF-8 JSON, never as HTML.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>A JSON object.</summary>
    /// <param name="argument">What the members are written from.</param>
    /// <param name="write">Writes the members.</param>
    public static PooledBuffer Object<T>(T argument, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        PooledBuffer buffer = new();
        using Utf8JsonWriter writer = new(buffer, Writing);
        writer.WriteStartObject();
        write(writer, argument);
        writer.WriteEndObject();
        return buffer;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => length = 0;

    /// <inheritdoc/>
    public void Advance(int count) => length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>
    /// Gives the array back. Not called for a request that was broken off: the connection may still read from it, and the garbage
    /// collector takes it in its time.
    /// </summary>
    public void Return()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
    }
}
