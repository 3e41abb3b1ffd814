using HiveGen.Router.Remote;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>Why a request was refused, as it is told to the caller: nothing internal.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Error">One sentence that says what is wrong and how to mend it.</param>
internal sealed record SyncProblem(int Status, string Error)
{
    /// <summary>The model is not known here: a deploy of the router may heal it.</summary>
    public const string UnknownModel = "unknown_model";

    /// <summary>A field is not known here: a deploy of the router may heal it.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>A field that must be there is not: a deploy of the sender may heal it.</summary>
    public const string MissingField = "missing_field";

    /// <summary>The cursor of a remote Hive is not where it was left.</summary>
    public const string CursorConflict = "cursor_conflict";

    /// <summary>The home of the request is that of the router's own Hive.</summary>
    public const string OwnHome = "own_home";

    /// <summary>Sender and router hash rows of a model differently: a deploy of either may heal it.</summary>
    public const string OtherLayout = "other_layout";

    /// <summary>The target's rows cannot be compared.</summary>
    public const string CannotVerify = "cannot_verify";

    /// <summary>What programs tell this kind of refusal by; null where the status says enough.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong with each field.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The model, as the caller wrote it; null when unknown.</summary>
    public string? Model { get; init; }

    /// <summary>The operation, as the caller wrote it; null when unknown.</summary>
    public string? Operation { get; init; }

    /// <summary>The record; null when unknown or many.</summary>
    public string? RecordId { get; init; }

    /// <summary>Seconds after which the same request may succeed.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A refusal because of fields.</summary>
    public static SyncProblem Invalid(IReadOnlyList<FieldError> errors) => new(StatusCodes.Status400BadRequest, Sentence(errors)) { Errors = errors, Code = CodeOf(errors) };

    /// <summary>A refusal because of one field.</summary>
    public static SyncProblem Invalid(string field, string message) => Invalid([new FieldError(field, message)]);

    /// <summary>A refusal because the server could not read the body to its end.</summary>
    public static SyncProblem Broken(BadHttpRequestException fault) => fault.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new(fault.StatusCode, "The body is longer than the server allows.")
        : new(StatusCodes.Status400BadRequest, "The body did not come whole.");

    // By the very words of this router and of the runtime's check, which never leave the process as anything else.
    private static string? CodeOf(IReadOnlyList<FieldError> errors)
        => errors.Any(static error => error.Message == RecordReader.NoField) ? UnknownField
            : errors.Any(static error => error.Message == HomeName.Own) ? OwnHome
            : errors.Any(static error => error.Message == Check.RequiredMessage) ? MissingField
            : null;

    /// <summary>Every field error as one text.</summary>
    public static string Sentence(IReadOnlyList<FieldError> errors)
        => string.Join(' ', errors.Select(static error => $"{error.Field} {error.Message}"));
}
