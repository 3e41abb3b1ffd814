using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>
/// Where an answer is written whole, so that its length is known and half of one is never sent. One a thread, used again: whoever
/// starts it ends with it before the next await.
/// </summary>
internal sealed class AnswerBuffer
{
    private const int MaxKept = 64 * 1024;

    [ThreadStatic]
    private static AnswerBuffer? mine;

    private readonly ArrayBufferWriter<byte> bytes = new(512);
    private readonly Utf8JsonWriter writer;
    private int status;
    private string contentType = "";

    private AnswerBuffer() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Begins an answer with its first brace.</summary>
    public static AnswerBuffer Start(int status, string contentType, out Utf8JsonWriter writer)
    {
        AnswerBuffer buffer = mine is { } kept && kept.bytes.Capacity <= MaxKept ? kept : mine = new AnswerBuffer();
        buffer.bytes.ResetWrittenCount();
        buffer.writer.Reset(buffer.bytes);
        (buffer.status, buffer.contentType) = (status, contentType);
        writer = buffer.writer;
        writer.WriteStartObject();
        return buffer;
    }

    /// <summary>Ends it with its last brace.</summary>
    public AnswerBuffer End()
    {
        writer.WriteEndObject();
        writer.Flush();
        return this;
    }

    /// <summary>Hands it to the server.</summary>
    public void Send(HttpResponse response) => Send(response, status, contentType, bytes.WrittenSpan);

    /// <summary>A copy of it, to be given again.</summary>
    public StoredAnswer Keep() => new(status, contentType, bytes.WrittenSpan.ToArray());

    /// <summary>Hands an answer to the server, which sends it when the request ends.</summary>
    public static void Send(HttpResponse response, int status, string contentType, ReadOnlySpan<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        PipeWriter writer = response.BodyWriter;
        body.CopyTo(writer.GetSpan(body.Length));
        writer.Advance(body.Length);
    }
}
