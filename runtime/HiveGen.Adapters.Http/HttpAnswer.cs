using System.ComponentModel;
using System.Net;

namespace HiveGen.Adapters.Http;

/// <summary>What a server answered, whole. For adapters.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="IsJson">Whether it says that it is JSON.</param>
/// <param name="Body">The body; empty when there was none.</param>
/// <param name="RetryAfter">How long to wait before the next request, where it said so.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HttpAnswer(HttpStatusCode Status, bool IsJson, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter);
