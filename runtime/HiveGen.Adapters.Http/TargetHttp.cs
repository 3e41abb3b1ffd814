using System.ComponentModel;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>
/// The one HTTP client of a target, for adapters. Every request is sent once: whoever calls decides about another. It follows no
/// redirect and keeps no cookie, so a key goes to nobody else. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TargetHttp : IDisposable
{
    private const int MaxAnswer = 64 << 20;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5); // so that a changed address is noticed

    private readonly TimeProvider clock;
    private readonly HttpClient client;

    /// <summary>A client of one server.</summary>
    /// <param name="peer">What messages call it, such as <c>The router at https://central.example.com/</c>; never with a key in it.</param>
    /// <param name="address">The base address, with a slash at the end.</param>
    /// <param name="clock">The clock of timeouts and <c>Retry-After</c> dates.</param>
    /// <param name="configure">Sets up the connections; null for the defaults.</param>
    public TargetHttp(string peer, Uri address, TimeProvider clock, Action<SocketsHttpHandler>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(peer);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(clock);
        Peer = peer;
        this.clock = clock;
        SocketsHttpHandler handler = new() { PooledConnectionLifetime = ConnectionLifetime, ConnectTimeout = ConnectTimeout };
        configure?.Invoke(handler);
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        client = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What messages call the server.</summary>
    public string Peer { get; }

    /// <summary>A JSON body. One of a <see cref="PooledBuffer"/> is given back only after the answer came.</summary>
    public static HttpContent Json(ReadOnlyMemory<byte> body)
        => new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <param name="request">The request; the caller disposes it.</param>
    /// <param name="timeout">How long the answer may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">No answer came; what the request did is unknown then.</exception>
    public async ValueTask<HttpAnswer> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource expiry = new(timeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        try
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            ReadOnlyMemory<byte> answer = await ReadAsync(response, either.Token).ConfigureAwait(false);
            bool json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
            return new HttpAnswer(response.StatusCode, json, answer, RetryAfter.Of(response.Headers, clock.GetUtcNow()));
        }
        catch (OperationCanceledException late) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TargetException(TargetFailure.Timeout, $"{Peer} did not answer within {timeout.TotalSeconds:0.#} s.", late);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody gave up: no connection was made in time, or the target was closed meanwhile.
            throw new TargetException(TargetFailure.Transient, $"{Peer} was not reached, or broke off: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw new TargetException(TargetFailure.Configuration, $"{Peer} has no certificate that this machine trusts: {e.InnerException.Message}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new TargetException(TargetFailure.Transient, $"{Peer} was not reached, or broke off: {e.Message}", e);
        }
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => client.Dispose();

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken).ConfigureAwait(false);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        // Some servers begin with a byte order mark, which is no JSON.
        return answer.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? answer.AsMemory(Encoding.UTF8.Preamble.Length) : answer;
    }
}
