using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>Calls the exported functions, as Convex's own HTTP client does. Thread-safe.</summary>
internal sealed class ConvexCalls(ConvexSettings settings) : IDisposable
{
    private const string Client = "hivegen-0.1.0";

    private readonly TargetHttp http = new($"Convex at {settings.Url}", settings.Url, settings.Options.Clock, settings.Options.Handler);

    /// <summary>How the deployment is reached.</summary>
    public ConvexSettings Settings => settings;

    /// <summary>Calls a mutation: one transaction.</summary>
    /// <param name="function">Its name in the module <c>hive</c>.</param>
    /// <param name="argument">What the arguments are written from.</param>
    /// <param name="write">Writes the arguments as members.</param>
    /// <param name="read">Reads what it returns.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">It was refused, or no answer came.</exception>
    public ValueTask<TResult> MutateAsync<TArgument, TResult>(string function, TArgument argument, Action<Utf8JsonWriter, TArgument> write, Func<JsonElement, TResult> read, CancellationToken cancellationToken)
        => CallAsync("api/mutation", function, argument, write, read, cancellationToken);

    /// <summary>Calls a query.</summary>
    /// <exception cref="TargetException">It was refused, or no answer came.</exception>
    public ValueTask<TResult> QueryAsync<TArgument, TResult>(string function, TArgument argument, Action<Utf8JsonWriter, TArgument> write, Func<JsonElement, TResult> read, CancellationToken cancellationToken)
        => CallAsync("api/query", function, argument, write, read, cancellationToken);

    public void Dispose() => http.Dispose();

    private async ValueTask<TResult> CallAsync<TArgument, TResult>(
        string path, string function, TArgument argument, Action<Utf8JsonWriter, TArgument> write, Func<JsonElement, TResult> read, CancellationToken cancellationToken)
    {
        PooledBuffer body = PooledBuffer.Object(
            (function, argument, write),
            static (writer, call) =>
            {
                writer.WriteString("path"u8, "hive:" + call.function);
                writer.WriteString("format"u8, "convex_encoded_json"u8);
                writer.WriteStartArray("args"u8);
                writer.WriteStartObject();
                call.write(writer, call.argument);
                writer.WriteEndObject();
                writer.WriteEndArray();
            });
        using HttpRequestMessage request = Make(path, body.Written);
        HttpAnswer answer = await http.SendAsync(request, settings.Options.Timeout, cancellationToken).ConfigureAwait(false);
        body.Return();
        return ConvexErrors.IsAnswer(answer) ? answer.Read(root => read(ConvexErrors.Accept(http.Peer, answer, root)), Broken) : throw ConvexErrors.Of(settings, http.Peer, answer);
    }

    private TargetException Broken(HttpAnswer answer)
        => HttpFailures.Make(TargetFailure.Schema, http.Peer, answer, "what none of this version's functions says", ConvexErrors.Deploy);

    private HttpRequestMessage Make(string path, ReadOnlyMemory<byte> body)
    {
        string key = settings.DeployKey() is { Length: > 0 } given
            ? given
            : throw new TargetException(
                TargetFailure.Configuration,
                $"{settings.Section}:DeployKey is missing, and so is {ConvexSettings.KeyVariable}: nothing is sent until the deployment's deploy key is set, and nothing is lost.");
        if (!HttpSettings.IsKey(key))
        {
            throw new TargetException(TargetFailure.Configuration, $"{settings.Section}:DeployKey (or {ConvexSettings.KeyVariable}) holds what cannot be sent in a header: copy the key again, without spaces and line breaks.");
        }

        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = TargetHttp.Json(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Convex " + key);
        request.Headers.TryAddWithoutValidation("Convex-Client", Client);
        return request;
    }
}
