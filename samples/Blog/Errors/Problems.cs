using Microsoft.AspNetCore.Http.HttpResults;

namespace Blog.Errors;

/// <summary>The refusals of the endpoints, as problem details.</summary>
internal static class Problems
{
    /// <summary>400, naming the field.</summary>
    public static ProblemHttpResult Field(string field, string message) => Fields(new() { [field] = [message] });

    /// <summary>400, naming the fields.</summary>
    public static ProblemHttpResult Fields(Dictionary<string, string[]> errors) => TypedResults.Problem(new HttpValidationProblemDetails(errors)
    {
        Status = StatusCodes.Status400BadRequest,
        Detail = string.Join(" ", errors.Select(static e => $"{e.Key}: {string.Join(" ", e.Value)}")),
    });

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Unauthorized(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized);
}
