using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Sends requests to a custom REST API, with what it asked for. Thread-safe.</summary>
internal sealed class RestRequests(RestSettings settings) : IDisposable
{
    private readonly TargetHttp http = new($"The API at {settings.Url}", settings.Url, settings.Options.Clock, settings.Options.Handler);

    /// <summary>How the API is reached.</summary>
    public RestSettings Settings => settings;

    /// <summary>What messages call it.</summary>
    public string Peer => http.Peer;

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Below the API's address.</param>
    /// <param name="body">The JSON; null for none.</param>
    /// <param name="key">The idempotency key; null for none.</param>
    /// <param name="item">The one record that the request is about; null for many or none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">There is no secret, or no answer came; what the request did is unknown then.</exception>
    public async ValueTask<HttpAnswer> SendAsync(HttpMethod method, string path, PooledBuffer? body, string? key, SyncItem? item, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, path);
        ReadOnlyMemory<byte> written = body?.Written ?? default;
        if (body is not null)
        {
            request.Content = TargetHttp.Json(written);
        }

        Authorize(request, written);
        if (settings.Options.Idempotency && key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (settings.Options.Versions && item is { Kind: SyncItemKind.State } one)
        {
            request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{one.Version}\""));
            request.Headers.TryAddWithoutValidation("X-Hive-Home", one.Home);
        }

        HttpAnswer answer = await http.SendAsync(request, settings.Options.Timeout, cancellationToken).ConfigureAwait(false);
        body?.Return();
        return answer;
    }

    public void Dispose() => http.Dispose();

    private void Authorize(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        string secret = settings.Secret() ?? throw new TargetException(
            TargetFailure.Configuration,
            $"{settings.Section}:Secret is missing, and so is {RouterSettings.SecretVariable}: nothing is sent until the API's secret is set, and nothing is lost.");
        if (!HttpSettings.IsKey(secret))
        {
            throw new TargetException(TargetFailure.Configuration, $"{settings.Section}:Secret (or {RouterSettings.SecretVariable}) holds what cannot be sent in a header: use visible ASCII characters.");
        }

        request.Headers.TryAddWithoutValidation("X-Sync-Secret", secret);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (settings.Options.Sign)
        {
            SignedHeaders.Add(request, secret, RouterConnection.NewKey(), settings.Options.Clock.GetUtcNow(), body.Span);
        }
    }
}
