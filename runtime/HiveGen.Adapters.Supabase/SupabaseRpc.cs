using System.Net;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>Calls the functions of the exported migration. Thread-safe.</summary>
internal sealed class SupabaseRpc(SupabaseSettings settings) : IDisposable
{
    private const string Schema = "public";

    private readonly TargetHttp http = new($"Supabase at {settings.Url}", settings.Url, settings.Options.Clock, settings.Options.Handler);

    /// <summary>How the project is reached.</summary>
    public SupabaseSettings Settings => settings;

    /// <summary>Calls a function that returns one JSON value: a set would be cut off at the project's row limit.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="argument">What the arguments are written from.</param>
    /// <param name="write">Writes the arguments as members.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">It was refused, or no answer came.</exception>
    public async ValueTask<TResult> CallAsync<TArgument, TResult>(
        string function, TArgument argument, Action<Utf8JsonWriter, TArgument> write, Func<JsonElement, TResult> read, CancellationToken cancellationToken)
    {
        PooledBuffer body = PooledBuffer.Object(argument, write);
        using HttpRequestMessage request = Make(function, body.Written);
        HttpAnswer answer = await http.SendAsync(request, settings.Options.Timeout, cancellationToken).ConfigureAwait(false);
        body.Return();
        return answer is { Status: HttpStatusCode.OK, IsJson: true } ? answer.Read(read, Broken) : throw SupabaseErrors.Of(settings, http.Peer, answer);
    }

    /// <summary>The failure of an answer that none of the functions gives.</summary>
    public TargetException Broken(HttpAnswer answer)
        => HttpFailures.Make(TargetFailure.Schema, http.Peer, answer, "what none of the functions of this version's migration says", SupabaseErrors.Deploy);

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Make(string function, ReadOnlyMemory<byte> body)
    {
        string key = settings.Key() is { Length: > 0 } given
            ? given
            : throw new TargetException(
                TargetFailure.Configuration,
                $"{settings.Section}:Key is missing, and so is {SupabaseSettings.KeyVariable}: nothing is sent until the project's secret key is set, and nothing is lost.");
        if (!HttpSettings.IsKey(key))
        {
            throw new TargetException(TargetFailure.Configuration, $"{settings.Section}:Key (or {SupabaseSettings.KeyVariable}) holds what cannot be sent in a header: copy the key again, without spaces and line breaks.");
        }

        HttpRequestMessage request = new(HttpMethod.Post, "rest/v1/rpc/" + function) { Content = TargetHttp.Json(body) };
        request.Headers.TryAddWithoutValidation("apikey", key);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        request.Headers.TryAddWithoutValidation("Content-Profile", Schema);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return request;
    }
}
