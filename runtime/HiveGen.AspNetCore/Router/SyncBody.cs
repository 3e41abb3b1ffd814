using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>A whole body in memory from the pool, never longer than allowed. One owner; dispose it.</summary>
internal sealed class SyncBody : IDisposable
{
    private const int FirstRead = 16 * 1024;
    private byte[] bytes;
    private int length;

    private SyncBody(int capacity) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            ReadOnlySpan<byte> all = bytes.AsSpan(0, length);
            return all.StartsWith("\uFEFF"u8) ? all[3..] : all;
        }
    }

    /// <summary>The body as it came, which is what a signature is over.</summary>
    public ReadOnlySpan<byte> Raw => bytes.AsSpan(0, length);

    /// <summary>The same without a byte order mark, for what is read across awaits.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(length - Span.Length, Span.Length);

    /// <summary>Reads the body; null as soon as it is found to be longer than <paramref name="limit"/> bytes, declared or not.</summary>
    /// <exception cref="BadHttpRequestException">The server found the body broken or too slow.</exception>
    public static async ValueTask<SyncBody?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        SyncBody body = new((int)Math.Min(request.ContentLength ?? FirstRead, limit) + 1);
        try
        {
            while (await request.Body.ReadAsync(body.Free(limit), cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                body.length += read;
                if (body.length > limit)
                {
                    body.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return body;
    }

    public void Dispose()
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            (bytes, length) = ([], 0);
        }
    }

    // Room for one byte more than the limit, by which too long a body shows itself.
    private Memory<byte> Free(int limit)
    {
        if (length == bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(bytes.Length * 2L, limit + 1L));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsMemory(length);
    }
}
