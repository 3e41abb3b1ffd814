using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HiveGen.Router;

/// <summary>Refuses what is not announced as plain JSON in UTF-8, with 400: the original's list of answers has no 415.</summary>
internal static class ContentProblem
{
    public static SyncProblem? Of(HttpRequest request)
    {
        // As nearly everybody writes it; parsing it would cost as much as a third of the body.
        if (request.ContentType is not SyncAnswer.Json && (!request.HasJsonContentType()
            || (MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
                && type.Charset is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))))
        {
            return new SyncProblem(StatusCodes.Status400BadRequest, "Content-Type must be application/json in UTF-8.");
        }

        return request.Headers.ContentEncoding.Count == 0 ? null
            : new SyncProblem(StatusCodes.Status400BadRequest, "Content-Encoding is not understood: send the body uncompressed, or call UseRequestDecompression() in the server.");
    }
}
