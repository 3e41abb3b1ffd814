using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>Refuses texts that are too long before anything is made of them.</summary>
internal static class StringLimit
{
    /// <summary>What is wrong with the first text or name that is longer than allowed; null when none is.</summary>
    /// <exception cref="JsonException">The body is no JSON up to there.</exception>
    public static SyncProblem? Find(ReadOnlySpan<byte> body, int max, int maxDepth)
    {
        if (body.Length <= max)
        {
            return null;
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = maxDepth });
        string member = "The body";
        while (reader.Read())
        {
            bool name = reader.TokenType == JsonTokenType.PropertyName;
            if ((name || reader.TokenType == JsonTokenType.String) && reader.ValueSpan.Length > max)
            {
                return new SyncProblem(StatusCodes.Status400BadRequest, $"{member} holds a text of more than {max} bytes at byte {reader.TokenStartIndex + 1}, the most of one text.");
            }

            member = name ? JsonText.Shown(reader.ValueSpan) : member;
        }

        return null;
    }
}
