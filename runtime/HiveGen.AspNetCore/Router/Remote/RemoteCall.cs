using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Router.Remote;

/// <summary>What a remote Hive asks beside sending records. Thread-safe.</summary>
internal abstract class RemoteCall
{
    /// <summary>Does it and writes the members of the answer, or tells why not.</summary>
    public abstract ValueTask<SyncProblem?> RunAsync(ReadOnlyMemory<byte> body, Utf8JsonWriter answer, HttpContext caller);

    /// <summary>Reads the body; null, with the problem, when it is not as it must be.</summary>
    protected static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> info, out SyncProblem? problem)
        where T : class
    {
        try
        {
            T? read = JsonSerializer.Deserialize(body, info);
            problem = read is null ? new SyncProblem(StatusCodes.Status400BadRequest, "The body must be a JSON object.") : null;
            return read;
        }
        catch (JsonException e)
        {
            // The words of the reader name what was expected; a path of the caller's own making is not repeated at length.
            problem = e.Path is { Length: > 2 } path
                ? SyncProblem.Invalid(JsonText.Shown(path[2..]), "is not as it must be: of another type, unknown here, or given twice.")
                : new SyncProblem(StatusCodes.Status400BadRequest, "The body is not as it must be: a JSON object with the members that this endpoint needs.");
            return null;
        }
    }
}
