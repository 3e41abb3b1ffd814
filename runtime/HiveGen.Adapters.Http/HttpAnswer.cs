using System.ComponentModel;
using System.Net;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>What a server answered, whole. For adapters.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="IsJson">Whether it says that it is JSON.</param>
/// <param name="Body">The body; empty when there was none.</param>
/// <param name="RetryAfter">How long to wait before the next request, where it said so.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HttpAnswer(HttpStatusCode Status, bool IsJson, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    /// <summary>Reads the JSON of the answer; what does not fit is a broken one.</summary>
    /// <param name="read">Reads the root; it may throw what reading a wrong member throws.</param>
    /// <param name="broken">Makes the failure of a broken answer.</param>
    /// <exception cref="TargetException">The answer is broken.</exception>
    public T Read<T>(Func<JsonElement, T> read, Func<HttpAnswer, TargetException> broken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(broken);
        try
        {
            using JsonDocument document = JsonDocument.Parse(Body);
            return read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw broken(this);
        }
    }
}
