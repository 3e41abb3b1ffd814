using HiveGen.Security;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router;

/// <summary>
/// Remembers what became of unversioned requests with an idempotency key, so that one that is sent again writes nothing and gets the
/// first answer. By this process, for a window, and never more than it may hold: what finds no room is refused. A request that
/// failed in a way that sending again may mend is not remembered. Thread-safe.
/// </summary>
internal sealed class RepeatedRequests(LiveSyncOptions live, TimeProvider clock)
{
    /// <summary>What a key must be.</summary>
    public const string KeyRule = "must be given once and be 1 to 255 visible ASCII characters.";

    private const int MaxKey = 255;
    private const long MaxBytes = 64 << 20;

    private readonly BoundedMemory<Seen> memory = new(clock, MaxBytes);

    /// <summary>Whether this may be a key.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= MaxKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Begins a request: it may go on, unless there is a problem or a first answer.</summary>
    public SyncProblem? Begin(in RepeatKey key, out StoredAnswer? first)
    {
        first = null;
        if (key.IsNone)
        {
            return null;
        }

        HiveSyncOptions options = live.Current;
        switch (memory.TryAdd(key.Key, new Seen(key.Body, null), options.IdempotencyWindow, options.MaxRemembered, out Seen? seen))
        {
            case MemoryAnswer.Added:
                return null;
            case MemoryAnswer.Full:
                return new SyncProblem(StatusCodes.Status503ServiceUnavailable, $"The server remembers as many requests with an {RequestHeaders.IdempotencyKey} as it may and takes no more for now.") { RetryAfter = memory.SecondsToRoom() };
            default:
                first = seen!.Answer;
                return seen.Body != key.Body ? OtherBody() : first is null ? StillRunning() : null;
        }
    }

    /// <summary>Ends a request: it is remembered with its answer, or forgotten where there is none.</summary>
    public void End(in RepeatKey key, StoredAnswer? answer)
    {
        if (key.IsNone)
        {
            return;
        }

        if (answer is null)
        {
            memory.Remove(key.Key);
        }
        else
        {
            memory.Replace(key.Key, new Seen(key.Body, answer), answer.Body.Length);
        }
    }

    private static SyncProblem OtherBody() => new(StatusCodes.Status422UnprocessableEntity, $"{RequestHeaders.IdempotencyKey} was used before, with another body. Give every request that is not a repetition a key of its own.");

    private static SyncProblem StillRunning() => new(StatusCodes.Status409Conflict, $"The first request with this {RequestHeaders.IdempotencyKey} is not done yet; send this again later.") { RetryAfter = 1 };

    private sealed record Seen(UInt128 Body, StoredAnswer? Answer);
}
