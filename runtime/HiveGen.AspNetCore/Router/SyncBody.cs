using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>
/// A whole body in memory, never longer than allowed: the server's own where it is there in one piece, else a copy from the pool,
/// which grows with what has come and not with what was announced. One owner; dispose it.
/// </summary>
internal sealed class SyncBody : IDisposable
{
    private const int FirstRead = 16 * 1024;

    private PipeReader? lender;
    private SequencePosition end;
    private byte[]? rented;

    private SyncBody(ReadOnlyMemory<byte> raw) => RawMemory = raw;

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>The body as it came, which is what a signature is over.</summary>
    public ReadOnlySpan<byte> Raw => RawMemory.Span;

    /// <summary>The body without a byte order mark, for what is read across awaits.</summary>
    public ReadOnlyMemory<byte> Memory => RawMemory.Span.StartsWith("\uFEFF"u8) ? RawMemory[3..] : RawMemory;

    private ReadOnlyMemory<byte> RawMemory { get; set; }

    /// <summary>Reads the body; null as soon as it is found to be longer than <paramref name="limit"/> bytes, declared or not.</summary>
    /// <exception cref="BadHttpRequestException">The server found the body broken or too slow.</exception>
    public static ValueTask<SyncBody?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return default;
        }

        PipeReader reader = request.BodyReader;
        if (request.ContentLength is not { } length || !reader.TryRead(out ReadResult result))
        {
            return CopyAsync(request, limit);
        }

        if (result.Buffer.Length == length && result.Buffer.IsSingleSegment)
        {
            return new(new SyncBody(result.Buffer.First) { lender = reader, end = result.Buffer.End });
        }

        reader.AdvanceTo(result.Buffer.Start);
        return CopyAsync(request, limit);
    }

    public void Dispose()
    {
        lender?.AdvanceTo(end);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        (lender, rented, RawMemory) = (null, null, default);
    }

    private static async ValueTask<SyncBody?> CopyAsync(HttpRequest request, int limit)
    {
        PipeReader reader = request.BodyReader;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Min(FirstRead, limit));
        int length = 0;
        try
        {
            while (true)
            {
                ReadResult result = await reader.ReadAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
                ReadOnlySequence<byte> buffer = result.Buffer;
                if (length + buffer.Length > limit)
                {
                    reader.AdvanceTo(buffer.End);
                    ArrayPool<byte>.Shared.Return(bytes);
                    return null;
                }

                bytes = WithRoom(bytes, length, (int)buffer.Length, limit);
                buffer.CopyTo(bytes.AsSpan(length));
                length += (int)buffer.Length;
                reader.AdvanceTo(buffer.End);
                if (result.IsCompleted)
                {
                    return new SyncBody(bytes.AsMemory(0, length)) { rented = bytes };
                }
            }
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // A chunk of an absurd size, or a connection that is gone.
            ArrayPool<byte>.Shared.Return(bytes);
            throw new BadHttpRequestException("The body did not come whole.", e);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    private static byte[] WithRoom(byte[] bytes, int length, int more, int limit)
    {
        if (bytes.Length - length >= more)
        {
            return bytes;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(bytes.Length * 2L, length + (long)more), limit));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
