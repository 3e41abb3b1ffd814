using HiveGen.Security;

namespace HiveGen.Router;

/// <summary>A request that may be repeated: who sent it under which key, and what was in it. The default is none.</summary>
/// <param name="Key">The client, the endpoint and the idempotency key.</param>
/// <param name="Body">The body.</param>
internal readonly record struct RepeatKey(UInt128 Key, UInt128 Body)
{
    /// <summary>Whether there is no key, so that nothing is remembered.</summary>
    public bool IsNone => this == default;

    /// <summary>That of a request; none where it has no idempotency key, or a version, which guards by itself.</summary>
    public static RepeatKey Of(SyncRequest request, ReadOnlySpan<byte> body) => request.IdempotencyKey is { } key && request.Home is null
        ? new(Digest.Of($"{request.Client} {(request.Batch ? "batch" : "one")} {key}"), Digest.Of(body))
        : default;
}
