using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>An answer as it was given.</summary>
internal sealed record StoredAnswer(int Status, string ContentType, byte[] Body)
{
    private const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>Gives it again, and says so.</summary>
    public void SendAgain(HttpResponse response)
    {
        response.Headers[ReplayedHeader] = "true";
        AnswerBuffer.Send(response, Status, ContentType, Body);
    }
}
