using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>The id under which a request is found in the logs of both sides.</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/+=");

    /// <summary>The caller's id if it is fit for a log, else a new one; it is set on the answer.</summary>
    public static string Set(HttpContext context)
    {
        string id = context.Request.Headers[Header] is [{ Length: > 0 and <= MaxLength } given] && !given.AsSpan().ContainsAnyExcept(Allowed)
            ? given
            : Guid.CreateVersion7().ToString("N");
        context.Response.Headers[Header] = id;
        return id;
    }
}
