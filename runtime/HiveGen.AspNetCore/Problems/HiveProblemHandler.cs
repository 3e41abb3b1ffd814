using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HiveGen.Problems;

/// <summary>Answers what a Hive refuses. Thread-safe.</summary>
internal sealed class HiveProblemHandler(IProblemDetailsService problems, IEnumerable<HiveSchema> schemas) : IExceptionHandler
{
    private readonly ColumnNames names = new(schemas);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (ProblemOf(exception) is not { Status: { } status } problem)
        {
            return false;
        }

        // Who accepts no JSON gets the status alone.
        httpContext.Response.StatusCode = status;
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, Exception = exception, ProblemDetails = problem }).ConfigureAwait(false);
        return true;
    }

    private ProblemDetails? ProblemOf(Exception exception) => exception switch
    {
        HiveValidationException e => FieldProblem.Invalid(e),
        HiveConstraintException e => FieldProblem.Refused(e, names),
        HiveCanceledException or HiveCursorException => new ProblemDetails { Status = StatusCodes.Status400BadRequest, Detail = exception.Message },
        HiveConflictException => new ProblemDetails { Status = StatusCodes.Status409Conflict, Detail = exception.Message },
        BadHttpRequestException e => new ProblemDetails { Status = e.StatusCode, Detail = (e.InnerException ?? e).Message },
        _ => null,
    };
}
