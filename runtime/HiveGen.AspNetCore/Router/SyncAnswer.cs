using System.Buffers;
using System.Globalization;
using System.Text.Json;
using HiveGen.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HiveGen.Router;

/// <summary>Writes the answers: the original's JSON, and problem+json with the original's <c>error</c>.</summary>
internal static class SyncAnswer
{
    private const int MaxErrors = 50;

    /// <summary><c>{success, model, operation, recordId, syncedAt}</c>, and <c>status</c> where the target had a newer version.</summary>
    public static Task WriteSuccessAsync(HttpResponse response, SyncRequest request, in ItemResult result, DateTimeOffset now)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes);
        writer.WriteStartObject();
        writer.WriteBoolean("success"u8, true);
        writer.WriteString("model"u8, request.Model);
        writer.WriteString("operation"u8, request.OperationName);
        writer.WriteString("recordId"u8, result.RecordId);
        writer.WriteNumber("syncedAt"u8, now.ToUnixTimeMilliseconds());
        if (result.Status == ItemResult.Stale)
        {
            writer.WriteString("status"u8, result.Status);
        }

        writer.WriteEndObject();
        return SendAsync(response, StatusCodes.Status200OK, "application/json", writer, bytes);
    }

    /// <summary><c>{success, successful, failed, total, results}</c>.</summary>
    public static Task WriteBatchAsync(HttpResponse response, ReadOnlySpan<ItemResult> results, int failed)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes);
        writer.WriteStartObject();
        writer.WriteBoolean("success"u8, failed == 0);
        writer.WriteNumber("successful"u8, results.Length - failed);
        writer.WriteNumber("failed"u8, failed);
        writer.WriteNumber("total"u8, results.Length);
        writer.WriteStartArray("results"u8);
        foreach (ItemResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("recordId"u8, result.RecordId);
            writer.WriteBoolean("success"u8, result.Problem is null);
            writer.WriteString("status"u8, result.Status);
            if (result.Problem is { } problem)
            {
                writer.WriteString("error"u8, problem.Error);
                WriteIfKnown(writer, "code", problem.Code);
                WriteErrors(writer, problem.Errors);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return SendAsync(response, StatusCodes.Status200OK, "application/json", writer, bytes);
    }

    /// <summary>A refusal as problem+json.</summary>
    public static Task WriteProblemAsync(HttpResponse response, SyncProblem problem)
    {
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = SyncGuard.Challenge;
        }

        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "about:blank"u8);
        writer.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(problem.Status));
        writer.WriteNumber("status"u8, problem.Status);
        writer.WriteString("detail"u8, problem.Error);
        writer.WriteString("error"u8, problem.Error);
        WriteIfKnown(writer, "code", problem.Code);
        WriteIfKnown(writer, "model", problem.Model);
        WriteIfKnown(writer, "operation", problem.Operation);
        WriteIfKnown(writer, "recordId", problem.RecordId);
        WriteErrors(writer, problem.Errors);
        WriteIfKnown(writer, "requestId", response.Headers[RequestId.Header]);
        writer.WriteEndObject();
        return SendAsync(response, problem.Status, "application/problem+json", writer, bytes);
    }

    /// <summary>Sends what was written: whole, so that the length is known and half an answer is never sent.</summary>
    public static Task SendAsync(HttpResponse response, int status, string contentType, Utf8JsonWriter writer, ArrayBufferWriter<byte> bytes)
    {
        writer.Flush();
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = bytes.WrittenCount;
        return response.Body.WriteAsync(bytes.WrittenMemory, response.HttpContext.RequestAborted).AsTask();
    }

    private static void WriteIfKnown(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    // {"field": ["what is wrong", …]}, as validation problems have it.
    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("errors"u8);
        foreach (IGrouping<string, FieldError> field in errors.Take(MaxErrors).GroupBy(static error => error.Field, StringComparer.Ordinal))
        {
            writer.WriteStartArray(field.Key);
            foreach (FieldError error in field)
            {
                writer.WriteStringValue(error.Message);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
