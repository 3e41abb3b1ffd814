using System.Net;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>The cursor at an API that keeps one. It takes a request of its own, and so follows the data at most once a second.</summary>
internal sealed class RestCursor(RestRequests requests, string path)
{
    /// <summary>The cursor of a Hive; null when it has none.</summary>
    /// <exception cref="TargetException">It cannot be read.</exception>
    public async ValueTask<TargetCursor?> ReadAsync(string hive, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await requests.SendAsync(HttpMethod.Get, $"{path}?home={Uri.EscapeDataString(hive)}", body: null, key: null, item: null, cancellationToken).ConfigureAwait(false);
        return RestErrors.IsSuccess(requests, answer)
            ? answer.Read(static root => CursorJson.Read(root.GetProperty("cursor"u8)), broken => RestErrors.Strange(requests.Peer, broken))
            : throw RestErrors.Of(requests.Settings, requests.Peer, answer);
    }

    /// <summary>Moves it if it is where it is expected.</summary>
    /// <exception cref="TargetException">It is not, or the API failed.</exception>
    public async ValueTask MoveAsync(CursorMove move, CancellationToken cancellationToken)
    {
        PooledBuffer body = PooledBuffer.Object(move, static (writer, what) =>
        {
            writer.WriteString("home"u8, what.Hive);
            BatchBody.WritePlaces(writer, what);
        });
        HttpAnswer answer = await requests.SendAsync(HttpMethod.Put, path, body, key: null, item: null, cancellationToken).ConfigureAwait(false);
        if (answer.Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
        {
            // The answer of an earlier try may have been lost.
            TargetCursor? found = await ReadAsync(move.Hive, cancellationToken).ConfigureAwait(false);
            if (!TargetCursor.SamePlace(found, move.To))
            {
                throw HttpFailures.Make(TargetFailure.CursorConflict, requests.Peer, answer, RouterProblem.Of(answer).Error ?? "the cursor is not where it was left: another copy of this Hive wrote here");
            }
        }
        else if (!RestErrors.IsSuccess(requests, answer))
        {
            throw RestErrors.Of(requests.Settings, requests.Peer, answer);
        }
    }
}
