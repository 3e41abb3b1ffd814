using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>The one HTTP client of a router. Every request is sent once: whoever calls decides about another. Thread-safe.</summary>
internal sealed class RouterConnection : IDisposable
{
    private readonly TargetHttp http;

    public RouterConnection(RouterSettings settings)
    {
        Settings = settings;
        http = new TargetHttp($"The router at {settings.Url}", settings.Url, settings.Options.Clock, settings.Options.Handler);
    }

    public RouterSettings Settings { get; }

    /// <summary>A key for a request that repeats none.</summary>
    public static string NewKey() => Guid.CreateVersion7().ToString("N");

    /// <summary>Sends a request.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">Below the router's address.</param>
    /// <param name="body">The JSON; empty for GET.</param>
    /// <param name="key">The idempotency key, which is the id of the message too.</param>
    /// <param name="timeout">How long the answer may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">There is no secret, or no answer came; what the request did is unknown then.</exception>
    public async ValueTask<HttpAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, string key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Make(method, path, body, key);
        return await http.SendAsync(request, timeout, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Make(HttpMethod method, string path, ReadOnlyMemory<byte> body, string key)
    {
        string secret = Settings.Secret() ?? throw new TargetException(
            TargetFailure.Configuration,
            $"{Settings.Key}:Secret is missing, and so is {RouterSettings.SecretVariable}: nothing is sent until the router's secret is set, and nothing is lost.");
        if (!HttpSettings.IsKey(secret))
        {
            throw new TargetException(TargetFailure.Configuration, $"{Settings.Key}:Secret (or {RouterSettings.SecretVariable}) holds what cannot be sent in a header: use visible ASCII characters.");
        }

        HttpRequestMessage request = new(method, path);
        request.Headers.TryAddWithoutValidation("X-Sync-Secret", secret);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        request.Headers.TryAddWithoutValidation("X-Request-Id", key);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        if (method == HttpMethod.Post)
        {
            request.Content = TargetHttp.Json(body);
        }

        if (Settings.Options.Sign)
        {
            SignedHeaders.Add(request, secret, key, Settings.Options.Clock.GetUtcNow(), body.Span);
        }

        return request;
    }
}
