using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HiveGen.Problems;

/// <summary>Problem details with <c>errors</c> by field, as ASP.NET Core's own validation answers.</summary>
internal static class FieldProblem
{
    // https://sqlite.org/rescode.html: SQLITE_CONSTRAINT_FOREIGNKEY, _PRIMARYKEY, _UNIQUE, _ROWID.
    private const int ForeignKey = 787;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;
    private const int RowId = 2579;

    /// <summary>A record, or one of several that were added together, breaks rules.</summary>
    public static ProblemDetails Invalid(HiveValidationException e)
    {
        string prefix = e.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"[{position}].") : "";
        return Of(
            StatusCodes.Status400BadRequest,
            e.Errors.GroupBy(error => prefix + JsonNamingPolicy.CamelCase.ConvertName(error.Field), static error => error.Message).Select(static group => (group.Key, group.ToArray())));
    }

    /// <summary>A row breaks a rule of its table.</summary>
    public static ProblemDetails Refused(HiveConstraintException e, ColumnNames names)
    {
        (int status, string? message) = (e.SqliteCode, e.Columns.Count) switch
        {
            (Unique or PrimaryKey or RowId, _) => (StatusCodes.Status409Conflict, "is taken."),
            (ForeignKey, 0) => (StatusCodes.Status409Conflict, null),
            (ForeignKey, _) => (StatusCodes.Status400BadRequest, "links to a record that does not exist."),
            _ => (StatusCodes.Status400BadRequest, null),
        };
        return message is null || e.Columns.Count == 0
            ? new ProblemDetails { Status = status, Detail = e.Message }
            : Of(status, e.Columns.Select(column => (names.Field(column), new[] { message })));
    }

    private static HttpValidationProblemDetails Of(int status, IEnumerable<(string Field, string[] Messages)> errors)
    {
        HttpValidationProblemDetails problem = new(errors.ToDictionary(static error => error.Field, static error => error.Messages, StringComparer.Ordinal)) { Status = status };
        problem.Detail = string.Join(' ', problem.Errors.Select(static error => $"{error.Key}: {string.Join(' ', error.Value)}"));
        if (status != StatusCodes.Status400BadRequest)
        {
            problem.Title = null; // the status has one of its own
        }

        return problem;
    }
}
