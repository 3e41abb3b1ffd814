using System.Globalization;
using System.Net;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Tells from an answer what kind of failure it is.</summary>
internal static class RouterErrors
{
    private const string CursorConflict = "cursor_conflict";
    private const string OwnHome = "own_home";
    private const string CannotVerify = "cannot_verify";

    /// <summary>Whether a refusal means that sender and router know different models, which a deploy heals.</summary>
    public static bool IsSchema(string? code) => code is "unknown_model" or "unknown_field" or "missing_field" or "other_layout";

    /// <summary>The failure that an answer other than 200 stands for.</summary>
    /// <param name="settings">Where it came from.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="kind">What the request was for.</param>
    public static TargetException Of(RouterSettings settings, HttpAnswer answer, RequestKind kind)
    {
        RouterProblem problem = RouterProblem.Of(answer);
        int status = (int)answer.Status;
        string words = string.Create(CultureInfo.InvariantCulture, $"The router at {settings.Url} answered {status}{(problem.Error is null ? "." : ": " + problem.Error)}");
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Make(TargetFailure.Configuration, $"{words} Check {settings.Key}:Secret (or {RouterSettings.SecretVariable}) against the router's HiveSync:Secrets."),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed when kind == RequestKind.Rows => Make(TargetFailure.Configuration, $"{words} Its rows cannot be compared: it is of an older version of HiveGen, or HiveSync:Hives was turned off. Deploy the router anew; until then RebuildAsync sends everything again."),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone => Make(TargetFailure.Configuration, $"{words} Check {settings.Key}:Url: there must be an app with MapHiveSync() and HiveSync:Hives not off, and the address ends where its /sync begins."),
            HttpStatusCode.RequestEntityTooLarge => Make(kind == RequestKind.Control ? TargetFailure.Configuration : TargetFailure.TooLarge, words),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new TargetException(TargetFailure.Throttled, words, null, answer.RetryAfter),
            HttpStatusCode.Conflict when problem.Code == CursorConflict => Make(TargetFailure.CursorConflict, words),
            HttpStatusCode.BadRequest when IsSchema(problem.Code) => Make(TargetFailure.Schema, words),
            HttpStatusCode.BadRequest when problem.Code is OwnHome or CannotVerify => Make(TargetFailure.Configuration, words),
            // A body that was not understood at all is to blame on a record; a member of it that was not, on the versions of the two.
            HttpStatusCode.BadRequest when kind == RequestKind.Records && problem is { Error: not null, HasErrors: false } => Make(TargetFailure.Batch, words),
            HttpStatusCode.RequestTimeout => new TargetException(TargetFailure.Transient, words, null, answer.RetryAfter),
            >= HttpStatusCode.InternalServerError => new TargetException(TargetFailure.Transient, words, null, answer.RetryAfter),
            >= HttpStatusCode.BadRequest => Make(TargetFailure.Configuration, $"{words} The router does not understand this sender: use versions of HiveGen that fit."),
            >= HttpStatusCode.MultipleChoices => Make(TargetFailure.Configuration, $"{words} Redirects are not followed with a secret: set {settings.Key}:Url to where it leads."),
            _ => Strange(settings, answer),
        };
    }

    /// <summary>The failure of an answer that is none of a router.</summary>
    public static TargetException Strange(RouterSettings settings, HttpAnswer answer) => answer.IsJson
        ? Make(TargetFailure.Transient, $"The router at {settings.Url} gave an answer that is broken, or no router's.")
        : Make(TargetFailure.Configuration, $"What answers at {settings.Url} is no HiveGen router: it answered {(int)answer.Status} without JSON. Check {settings.Key}:Url.");

    private static TargetException Make(TargetFailure failure, string message) => new(failure, message);
}
