using Blog.Models;
using Microsoft.Net.Http.Headers;

namespace Blog.Sessions;

/// <summary>Who sends a request, by his bearer token.</summary>
internal static class SignedIn
{
    private const string Scheme = "Bearer ";

    /// <summary>The session of the request; null when the token is missing, unknown or expired.</summary>
    public static Session? Of(HttpRequest request, Hive hive, TimeProvider clock)
    {
        string header = request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Session? session = hive.Sessions.GetByTokenHash(Tokens.Hash(header[Scheme.Length..].Trim()));
        return session is not null && session.ExpiresAt > clock.GetUtcNow() ? session : null;
    }
}
