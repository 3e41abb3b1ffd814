using System.Security.Cryptography;
using System.Text.Json;

namespace HiveGen.Adapters.Firestore;

/// <summary>The key of a service account, as Google's console gives it.</summary>
/// <param name="Email">The account.</param>
/// <param name="KeyId">The name of the key.</param>
/// <param name="Key">The private key.</param>
/// <param name="TokenUri">Who gives tokens for it.</param>
/// <param name="Project">Its project; null when the file does not say.</param>
internal sealed record ServiceAccount(string Email, string? KeyId, RSA Key, Uri TokenUri, string? Project)
{
    private const string GoogleTokens = "https://oauth2.googleapis.com/token";

    /// <summary>Reads a key.</summary>
    /// <param name="key">What messages call the setting.</param>
    /// <param name="pathOrJson">The file's path, or its text.</param>
    /// <exception cref="HiveException">It is none; the message says what is wrong, and never shows the key.</exception>
    public static ServiceAccount Read(string key, string pathOrJson)
    {
        string json = pathOrJson.TrimStart().StartsWith('{') ? pathOrJson : ReadFile(key, pathOrJson);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            RSA rsa = RSA.Create();
            rsa.ImportFromPem(Text(key, root, "private_key"));
            string tokens = Optional(root, "token_uri") ?? GoogleTokens;
            return Uri.TryCreate(tokens, UriKind.Absolute, out Uri? uri) && (uri.Scheme == "https" || uri.IsLoopback)
                ? new ServiceAccount(Text(key, root, "client_email"), Optional(root, "private_key_id"), rsa, uri, Optional(root, "project_id"))
                : throw new HiveException($"{key} names a token_uri that is no https address.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new HiveException($"{key} is no JSON of a service account: make a key of the type JSON in Google's console (IAM › Service accounts › Keys).");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new HiveException($"{key} has a private_key that is no PEM of an RSA key: download the key anew.");
        }
    }

    /// <summary>The account, without its key.</summary>
    public override string ToString() => Email;

    private static string ReadFile(string key, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new HiveException($"{key} is no JSON, and no file that can be read: {e.GetType().Name}.");
        }
    }

    private static string Text(string key, JsonElement root, string name)
        => Optional(root, name) ?? throw new HiveException($"{key} has no {name}: it must be the JSON key of a service account, not one of a user or a web client.");

    private static string? Optional(JsonElement root, string name)
        => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
