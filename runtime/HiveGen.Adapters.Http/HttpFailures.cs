using System.ComponentModel;
using System.Globalization;
using System.Net;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>What a status means where the protocol says no more. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HttpFailures
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>The class of a status that is no success.</summary>
    public static TargetFailure Class(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or TooEarly => TargetFailure.Throttled,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => TargetFailure.Transient,
        HttpStatusCode.RequestEntityTooLarge => TargetFailure.TooLarge,
        HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => TargetFailure.Batch,
        // No right to, no such address, a redirect, a form the server does not speak: a person must mend it.
        _ => TargetFailure.Configuration,
    };

    /// <summary>The failure of an answer.</summary>
    /// <param name="failure">Its class.</param>
    /// <param name="peer">What messages call the server.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="words">The server's own words, where there are any.</param>
    /// <param name="advice">What mends it, where that is known: whole sentences.</param>
    public static TargetException Make(TargetFailure failure, string peer, HttpAnswer answer, string? words, string? advice = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string said = string.IsNullOrWhiteSpace(words) ? "." : ": " + words;
        string told = advice is null ? "" : " " + advice;
        return new TargetException(failure, string.Create(CultureInfo.InvariantCulture, $"{peer} answered {(int)answer.Status}{said}{told}"), innerException: null, answer.RetryAfter);
    }
}
