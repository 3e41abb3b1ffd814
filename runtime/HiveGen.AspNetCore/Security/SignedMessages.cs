using System.Globalization;
using HiveGen.Router;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>
/// Lets in each signed message once: its time must be near the server's, its signature right, and it must not have been here before.
/// A message that is sent again with a new time and signature is another message. Thread-safe.
/// </summary>
internal sealed class SignedMessages(TimeProvider clock)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private readonly BoundedMemory<bool> seen = new(clock);

    /// <summary>Why the message is refused; null when it is let in, and remembered until its time has passed.</summary>
    public SyncProblem? Refuse(IHeaderDictionary headers, ReadOnlySpan<byte> body, MessageSignature signature, HiveSyncOptions options)
    {
        if (headers[IdHeader] is not [{ Length: > 0 and <= 256 } id]
            || headers[TimestampHeader] is not [{ Length: > 0 } stamp]
            || headers[SignatureHeader] is not [{ Length: > 0 and <= 4096 } signatures])
        {
            return Unauthorized($"The request must be signed: send {IdHeader}, {TimestampHeader} and {SignatureHeader} once each.");
        }

        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return Unauthorized($"{TimestampHeader} must be whole seconds since 1970.");
        }

        if ((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > options.SignatureTolerance)
        {
            return Unauthorized($"{TimestampHeader} is more than {options.SignatureTolerance.TotalSeconds:0} seconds away from the server's clock. Sign the request anew, and set both clocks.");
        }

        return signature.Matches(id, stamp, signatures, body)
            ? Remember(id, seconds, options)
            : Unauthorized($"{SignatureHeader} does not fit the body.");
    }

    /// <summary>Lets the very same message in again, because nothing came of it.</summary>
    public void Forget(IHeaderDictionary headers)
    {
        if (headers[IdHeader] is [{ } id] && headers[TimestampHeader] is [{ } stamp] && long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            seen.Remove(KeyOf(id, seconds));
        }
    }

    // A message may come that much before its time and that much after it: so long it must be known.
    private SyncProblem? Remember(string id, long seconds, HiveSyncOptions options)
        => seen.TryAdd(KeyOf(id, seconds), true, options.SignatureTolerance * 2, options.MaxRemembered, out _) switch
        {
            MemoryAnswer.Added => null,
            MemoryAnswer.Known => Unauthorized($"This message was here before: {IdHeader} and {TimestampHeader} are known. Sign it anew to send it again."),
            _ => new SyncProblem(StatusCodes.Status503ServiceUnavailable, "The server remembers as many signed messages as it may and takes no more for now.") { RetryAfter = seen.SecondsToRoom() },
        };

    private static UInt128 KeyOf(string id, long seconds) => Digest.Of(string.Create(CultureInfo.InvariantCulture, $"{seconds}.{id}"));

    private static SyncProblem Unauthorized(string why) => new(StatusCodes.Status401Unauthorized, "Unauthorized: " + why);
}
