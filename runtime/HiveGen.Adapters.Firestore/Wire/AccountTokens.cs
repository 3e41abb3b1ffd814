using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>
/// Exchanges a signed assertion of a service account for an access token (RFC 7523), and keeps that until shortly before it
/// expires. Whoever comes while one is fetched waits for it. Thread-safe.
/// </summary>
internal sealed class AccountTokens : IAccessTokens
{
    private const string Scope = "https://www.googleapis.com/auth/datastore";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ServiceAccount account;
    private readonly FirestoreTargetOptions options;
    private readonly TargetHttp http;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Token? last;

    public AccountTokens(ServiceAccount account, FirestoreTargetOptions options)
    {
        this.account = account;
        this.options = options;
        http = new TargetHttp($"The token server {account.TokenUri.Host}", account.TokenUri, options.Clock, options.Handler);
    }

    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (IsGood(last, refused))
        {
            return last!.Text;
        }

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!IsGood(last, refused))
            {
                last = await FetchAsync(cancellationToken).ConfigureAwait(false);
            }

            return last!.Text;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => http.Dispose();

    private bool IsGood(Token? token, string? refused) => token is not null && token.Text != refused && options.Clock.GetUtcNow() < token.Until;

    private async ValueTask<Token> FetchAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        using HttpRequestMessage request = new(HttpMethod.Post, account.TokenUri)
        {
            Content = new StringContent($"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={Assertion(now)}", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        HttpAnswer answer = await http.SendAsync(request, options.Timeout, cancellationToken).ConfigureAwait(false);
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            JsonElement root = document.RootElement;
            if ((int)answer.Status is >= 200 and < 300)
            {
                TimeSpan lasts = root.TryGetProperty("expires_in", out JsonElement seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds.GetDouble(), 0, Lifetime.TotalSeconds)) : Lifetime;
                string? token = root.GetProperty("access_token").GetString();
                return string.IsNullOrEmpty(token) ? throw Refused(answer, "an answer without an access token") : new Token(token, now + (lasts > Margin + Margin ? lasts - Margin : lasts / 2));
            }

            string words = root.TryGetProperty("error_description", out JsonElement text) ? text.ToString() : root.TryGetProperty("error", out JsonElement code) ? code.ToString() : "";
            throw Refused(answer, words);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Refused(answer, "an answer that is none of a token server");
        }
    }

    // invalid_grant and its like come with 400: a person must mend them.
    private TargetException Refused(HttpAnswer answer, string words)
    {
        TargetFailure failure = HttpFailures.Class(answer.Status);
        return HttpFailures.Make(
            failure is TargetFailure.Batch or TargetFailure.TooLarge ? TargetFailure.Configuration : failure,
            http.Peer,
            answer,
            words,
            $"It was asked for a token of the service account {account.Email}: check that the account and its key exist, and this machine's clock.");
    }

    private string Assertion(DateTimeOffset now)
    {
        string header = account.KeyId is { } id ? $$"""{"alg":"RS256","typ":"JWT","kid":"{{JsonEncodedText.Encode(id)}}"}""" : """{"alg":"RS256","typ":"JWT"}""";
        string claims = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"iss":"{{JsonEncodedText.Encode(account.Email)}}","scope":"{{Scope}}","aud":"{{JsonEncodedText.Encode(account.TokenUri.OriginalString)}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{(now + Lifetime).ToUnixTimeSeconds()}}}""");
        string message = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{message}.{Base64Url.EncodeToString(account.Key.SignData(Encoding.ASCII.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private sealed record Token(string Text, DateTimeOffset Until);
}
