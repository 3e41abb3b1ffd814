using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HiveGen.RouterBench;

/// <summary>
/// The middleware that is written by hand: the secret in constant time, the body out of the pipe without a copy, every field into a
/// record, the answer without a writer. It checks types only, knows no routes, no rules and no other model.
/// </summary>
internal static class ByHand
{
    public static Task HandleAsync(HttpContext context, byte[] secret)
    {
        HttpRequest request = context.Request;
        if (request.Path.Value != "/sync" || request.Method != "POST")
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        string presented = request.Headers["X-Sync-Secret"] is [{ } one] ? one : "";
        Span<byte> bytes = stackalloc byte[256];
        if (presented.Length is 0 or > 85 || !CryptographicOperations.FixedTimeEquals(bytes[..Encoding.UTF8.GetBytes(presented, bytes)], secret))
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }

        PipeReader body = request.BodyReader;
        if (request.ContentLength is { } length && body.TryRead(out ReadResult result))
        {
            if (result.Buffer.Length >= length)
            {
                Answer(context, result.Buffer);
                body.AdvanceTo(result.Buffer.End);
                return Task.CompletedTask;
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        return WaitAsync(context, body);
    }

    private static async Task WaitAsync(HttpContext context, PipeReader body)
    {
        while (true)
        {
            ReadResult result = await body.ReadAsync();
            if (result.IsCompleted)
            {
                Answer(context, result.Buffer);
                body.AdvanceTo(result.Buffer.End);
                return;
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static void Answer(HttpContext context, ReadOnlySequence<byte> body)
    {
        Utf8JsonReader reader = body.IsSingleSegment ? new(body.FirstSpan) : new(body);
        string? operation = null, id = null;
        bool users = false;
        Data? data = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("model"u8))
            {
                reader.Read();
                users = reader.ValueTextEquals("users"u8);
            }
            else if (reader.ValueTextEquals("operation"u8))
            {
                reader.Read();
                operation = reader.ValueTextEquals("create"u8) ? "create" : reader.ValueTextEquals("update"u8) ? "update" : reader.ValueTextEquals("delete"u8) ? "delete" : null;
            }
            else if (reader.ValueTextEquals("recordId"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("timestamp"u8))
            {
                reader.Read();
                reader.GetInt64();
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = Data.Read(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (!users || operation is null || string.IsNullOrEmpty(id) || data is null)
        {
            context.Response.StatusCode = 400;
            return;
        }

        PipeWriter writer = context.Response.BodyWriter;
        Span<byte> span = writer.GetSpan(512);
        int at = 0;
        Put(span, ref at, "{\"success\":true,\"model\":\"users\",\"operation\":\""u8);
        at += Encoding.UTF8.GetBytes(operation, span[at..]);
        Put(span, ref at, "\",\"recordId\":\""u8);
        Put(span, ref at, JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        Put(span, ref at, "\",\"syncedAt\":"u8);
        Utf8Formatter.TryFormat(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), span[at..], out int written);
        at += written;
        span[at++] = (byte)'}';
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = at;
        writer.Advance(at);
    }

    private static void Put(Span<byte> span, ref int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(span[at..]);
        at += text.Length;
    }

    private sealed record Data(string? Id, string? Email, string? Name, string? Handle, bool EmailVerified, string? Plan, string? Status, long CreatedAt)
    {
        public static Data? Read(ref Utf8JsonReader reader)
        {
            string? id = null, email = null, name = null, handle = null, plan = null, status = null;
            bool verified = false;
            long created = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("bladeId"u8)) { reader.Read(); id = reader.GetString(); }
                else if (reader.ValueTextEquals("email"u8)) { reader.Read(); email = reader.GetString(); }
                else if (reader.ValueTextEquals("name"u8)) { reader.Read(); name = reader.GetString(); }
                else if (reader.ValueTextEquals("handle"u8)) { reader.Read(); handle = reader.GetString(); }
                else if (reader.ValueTextEquals("emailVerified"u8)) { reader.Read(); verified = reader.GetBoolean(); }
                else if (reader.ValueTextEquals("subscriptionPlan"u8)) { reader.Read(); plan = reader.GetString(); }
                else if (reader.ValueTextEquals("subscriptionStatus"u8)) { reader.Read(); status = reader.GetString(); }
                else if (reader.ValueTextEquals("createdAt"u8)) { reader.Read(); created = reader.GetInt64(); }
                else { reader.Read(); reader.Skip(); }
            }

            return new Data(id, email, name, handle, verified, plan, status, created);
        }
    }
}
