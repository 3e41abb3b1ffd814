using System.Text.Json;
using HiveGen;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Errors;

/// <summary>What the Hive refuses, as problem details: 400 for what is not valid, 409 for what is taken.</summary>
internal sealed class HiveErrors : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        IResult? answer = exception switch
        {
            HiveValidationException e => Problems.Fields(e.Errors.GroupBy(static f => JsonNamingPolicy.CamelCase.ConvertName(f.Field)).ToDictionary(static g => g.Key, static g => g.Select(static f => f.Message).ToArray())),
            HiveCanceledException e => TypedResults.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest),
            HiveConstraintException e => Taken(e),
            HiveCursorException e => Problems.Field("after", e.Message),
            BadHttpRequestException e => TypedResults.Problem((e.InnerException ?? e).Message, statusCode: e.StatusCode),
            _ => null,
        };
        if (answer is null)
        {
            return false;
        }

        await answer.ExecuteAsync(httpContext);
        return true;
    }

    // "accounts.email" is the Hive's name for it, "email" the caller's.
    private static ProblemHttpResult Taken(HiveConstraintException e)
    {
        string[] fields = [.. e.Columns.Select(static column => JsonNamingPolicy.CamelCase.ConvertName(column[(column.IndexOf('.', StringComparison.Ordinal) + 1)..]))];
        return fields.Length == 0
            ? TypedResults.Problem(e.Message, statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Problem(
                string.Join(" ", fields.Select(static field => $"{field}: is taken.")),
                statusCode: StatusCodes.Status409Conflict,
                extensions: [new("errors", fields.ToDictionary(static field => field, static _ => new[] { "is taken." }))]);
    }
}
