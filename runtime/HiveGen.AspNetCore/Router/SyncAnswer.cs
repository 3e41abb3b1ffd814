using System.Globalization;
using System.Text.Json;
using HiveGen.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HiveGen.Router;

/// <summary>Writes the answers: the original's JSON, and problem+json with the original's <c>error</c>.</summary>
internal static class SyncAnswer
{
    public const string Json = "application/json";
    private const int MaxErrors = 50;

    /// <summary><c>{success, model, operation, recordId, syncedAt}</c>, and <c>status</c> where the target had a newer version.</summary>
    public static AnswerBuffer Success(SyncRequest request, in ItemResult result, DateTimeOffset now)
    {
        AnswerBuffer answer = AnswerBuffer.Start(StatusCodes.Status200OK, Json, out Utf8JsonWriter writer);
        writer.WriteBoolean(AnswerNames.Success, true);
        writer.WriteString(AnswerNames.Model, request.Reader!.Name);
        writer.WriteString(AnswerNames.Operation, AnswerNames.Of(request.Operation));
        writer.WriteString(AnswerNames.RecordId, result.RecordId);
        writer.WriteNumber(AnswerNames.SyncedAt, now.ToUnixTimeMilliseconds());
        if (result.Status == ItemResult.Stale)
        {
            writer.WriteString("status"u8, result.Status);
        }

        return answer.End();
    }

    /// <summary><c>{success, successful, failed, total, results}</c>.</summary>
    public static AnswerBuffer Batch(ReadOnlySpan<ItemResult> results, int failed)
    {
        AnswerBuffer answer = AnswerBuffer.Start(StatusCodes.Status200OK, Json, out Utf8JsonWriter writer);
        writer.WriteBoolean("success"u8, failed == 0);
        writer.WriteNumber("successful"u8, results.Length - failed);
        writer.WriteNumber("failed"u8, failed);
        writer.WriteNumber("total"u8, results.Length);
        writer.WriteStartArray("results"u8);
        foreach (ref readonly ItemResult result in results)
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
        return answer.End();
    }

    /// <summary>A refusal as problem+json; its headers are set on the response.</summary>
    public static AnswerBuffer Problem(HttpResponse response, SyncProblem problem)
    {
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = SyncGuard.Challenge;
        }

        AnswerBuffer answer = AnswerBuffer.Start(problem.Status, "application/problem+json", out Utf8JsonWriter writer);
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
        return answer.End();
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
