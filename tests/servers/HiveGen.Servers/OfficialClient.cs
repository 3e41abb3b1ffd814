using System.Collections.Concurrent;
using System.Text.Json;

namespace HiveGen.Servers;

/// <summary>What official clients put on the wire, taken down while they run (<c>tests/servers/wire</c>).</summary>
public static class OfficialClient
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<JsonElement>>> Recorded = new(StringComparer.Ordinal);

    /// <summary>The first request of a call: method, path, query, headers, body.</summary>
    /// <param name="client">The client, such as <c>convex</c>.</param>
    /// <param name="call">What it is asked to do.</param>
    public static async Task<JsonElement> CallAsync(string client, string call)
    {
        JsonElement recorded = await Recorded.GetOrAdd(client, static name => new Lazy<Task<JsonElement>>(() => RunAsync("wire", "wire.mjs", name))).Value;
        return recorded.GetProperty("requests").EnumerateArray().First(request => request.GetProperty("call").ValueEquals(call));
    }

    /// <summary>What a script of a folder below <c>tests/servers</c> prints.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="script">The script.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<JsonElement> RunAsync(string folder, string script, params IReadOnlyList<string> arguments)
    {
        (int exitCode, string output) = await Node.RunAsync(folder, script, input: null, arguments);
        return exitCode == 0 ? JsonElement.Parse(output) : throw new InvalidOperationException($"{script} ended with {exitCode}: {output}");
    }
}
