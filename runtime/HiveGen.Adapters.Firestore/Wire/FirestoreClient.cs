using System.Text.Encodings.Web;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Calls the methods of a database's documents. A token that has expired is replaced once. Thread-safe.</summary>
internal sealed class FirestoreClient : IDisposable
{
    private const int WholeCollection = 10; // times the timeout of a request

    private readonly FirestoreSettings settings;
    private readonly TargetHttp http;

    public FirestoreClient(FirestoreSettings settings)
    {
        this.settings = settings;
        http = new TargetHttp($"Firestore at {settings.Address.Authority}", settings.Address, settings.Options.Clock, settings.Options.Handler);
    }

    /// <summary>What documents are named below: <c>projects/…/databases/…/documents</c>.</summary>
    public string Root => settings.Root;

    /// <summary>How bodies are written: compact, and letters as they are.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name, such as <c>batchGet</c>.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="isLong">Whether it may take longer, as a query over a collection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; the caller disposes it.</returns>
    /// <exception cref="TargetException">It failed, or was not answered.</exception>
    public async ValueTask<JsonDocument> CallAsync(string method, ReadOnlyMemory<byte> body, bool isLong, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await SendAsync(method, body, isLong, cancellationToken).ConfigureAwait(false);
        if ((int)answer.Status is < 200 or >= 300)
        {
            throw FirestoreErrors.Of(http.Peer, answer);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Body);
        }
        catch (JsonException broken)
        {
            throw FirestoreErrors.Strange(http.Peer, broken);
        }

        // A method that streams has said 200 before it fails.
        return FirestoreErrors.EndsStream(document) ? throw FirestoreErrors.Of(http.Peer, answer) : document;
    }

    /// <summary>Does all of some writes, or none.</summary>
    /// <returns>Whether they were done; not where somebody else wrote one of their documents since it was read.</returns>
    /// <exception cref="TargetException">It failed, or was not answered.</exception>
    public async ValueTask<bool> TryCommitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await SendAsync("commit", body, isLong: false, cancellationToken).ConfigureAwait(false);
        return (int)answer.Status is >= 200 and < 300 || (FirestoreErrors.IsLostRace(answer) ? false : throw FirestoreErrors.Of(http.Peer, answer));
    }

    /// <summary>Reads an answer; one that does not fit is broken.</summary>
    /// <exception cref="TargetException">It is broken.</exception>
    public T Read<T>(JsonDocument answer, Func<JsonElement, T> read)
    {
        try
        {
            return read(answer.RootElement);
        }
        catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or InvalidDataException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw FirestoreErrors.Strange(http.Peer, broken);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        settings.Tokens.Dispose();
    }

    private async ValueTask<HttpAnswer> SendAsync(string method, ReadOnlyMemory<byte> body, bool isLong, CancellationToken cancellationToken)
    {
        string token = await settings.Tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        HttpAnswer answer = await SendOnceAsync(method, body, token, isLong, cancellationToken).ConfigureAwait(false);
        if (answer.Status != System.Net.HttpStatusCode.Unauthorized && ((int)answer.Status < 400 || FirestoreErrors.StatusOf(answer) != FirestoreErrors.Unauthenticated))
        {
            return answer;
        }

        token = await settings.Tokens.GetAsync(token, cancellationToken).ConfigureAwait(false);
        return await SendOnceAsync(method, body, token, isLong, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<HttpAnswer> SendOnceAsync(string method, ReadOnlyMemory<byte> body, string token, bool isLong, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || !HttpSettings.IsKey(token))
        {
            throw new TargetException(TargetFailure.Configuration, "The access token for Firestore is empty, or holds what cannot be sent in a header.");
        }

        using HttpRequestMessage request = new(HttpMethod.Post, $"v1/{settings.Root}:{method}") { Content = TargetHttp.Json(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        request.Headers.TryAddWithoutValidation("google-cloud-resource-prefix", settings.Prefix);
        TimeSpan timeout = settings.Options.Timeout;
        return await http.SendAsync(request, isLong ? timeout * WholeCollection : timeout, cancellationToken).ConfigureAwait(false);
    }
}
