using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Authentication;
using HiveGen.Security;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>The one HTTP client of a router. Every request is sent once: whoever calls decides about another. Thread-safe.</summary>
internal sealed class RouterConnection : IDisposable
{
    private const int MaxAnswer = 64 << 20;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5); // so that a changed address is noticed

    private readonly HttpClient client;

    public RouterConnection(RouterSettings settings)
    {
        Settings = settings;
        SocketsHttpHandler handler = new() { PooledConnectionLifetime = ConnectionLifetime, ConnectTimeout = ConnectTimeout };
        settings.Options.Handler?.Invoke(handler);
        handler.AllowAutoRedirect = false; // the secret goes to nobody else
        handler.UseCookies = false;
        client = new HttpClient(handler) { BaseAddress = settings.Url, Timeout = Timeout.InfiniteTimeSpan };
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
    public async ValueTask<RouterAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, string key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Make(method, path, body, key);
        using CancellationTokenSource expiry = new(timeout, Settings.Options.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            byte[] answer = await ReadAsync(response, either.Token).ConfigureAwait(false);
            bool json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
            return new RouterAnswer(response.StatusCode, json, answer, RetryAfter.Of(response.Headers, Settings.Options.Clock.GetUtcNow()));
        }
        catch (OperationCanceledException late) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TargetException(TargetFailure.Timeout, $"The router at {Settings.Url} did not answer within {timeout.TotalSeconds:0.#} s.", late);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw new TargetException(TargetFailure.Configuration, $"The router at {Settings.Url} has no certificate that this machine trusts: {e.InnerException.Message}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new TargetException(TargetFailure.Transient, $"The router at {Settings.Url} was not reached, or broke off: {e.Message}", e);
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Make(HttpMethod method, string path, ReadOnlyMemory<byte> body, string key)
    {
        string secret = Settings.Secret() ?? throw new TargetException(
            TargetFailure.Configuration,
            $"{Settings.Key}:Secret is missing, and so is {RouterSettings.SecretVariable}: nothing is sent until the router's secret is set, and nothing is lost.");
        if (secret.AsSpan().ContainsAnyExceptInRange('!', '~'))
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
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        if (Settings.Options.Sign)
        {
            long now = Settings.Options.Clock.GetUtcNow().ToUnixTimeSeconds();
            request.Headers.TryAddWithoutValidation("webhook-id", key);
            request.Headers.TryAddWithoutValidation("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
            request.Headers.TryAddWithoutValidation("webhook-signature", MessageSignature.Sign(secret, key, now, body.Span));
        }

        return request;
    }

    private static async ValueTask<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }
}
