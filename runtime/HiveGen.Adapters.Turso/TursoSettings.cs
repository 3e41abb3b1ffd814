using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Turso;

/// <summary>What was configured of a libSQL server, under which key, checked.</summary>
/// <param name="Key">The section that messages name, such as <c>Hive:Targets:edge</c>.</param>
/// <param name="Url">Where it is, with a slash at the end.</param>
/// <param name="Options">How it is reached.</param>
/// <param name="Token">The token now; null when there is none.</param>
internal sealed record TursoSettings(string Key, Uri Url, TursoTargetOptions Options, Func<string?> Token)
{
    public const string UrlVariable = "TURSO_DATABASE_URL";
    public const string TokenVariable = "TURSO_AUTH_TOKEN";
    public const string SeedUrlVariable = "DATABASE_URL";
    public const string SeedTokenVariable = "DATABASE_API_KEY";

    private const string Example = "libsql://app-me.turso.io";

    /// <summary>Settings whose token, where the options have none, is looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">The address is missing, wrong or not safe; the message names its key.</exception>
    public static TursoSettings Of(string key, string? url, TursoTargetOptions options, IConfiguration? configuration)
    {
        string given = url ?? Value(configuration, key + ":Url", UrlVariable, SeedUrlVariable)
            ?? throw new HiveException($"{key}:Url is missing, and so are {UrlVariable} and {SeedUrlVariable}: it is the database's address, such as {Example}.");
        return new TursoSettings(
            key,
            TargetUrl.Parse(key, Http(key, given.Trim()), options.AllowHttp, Example),
            options,
            () => Value(configuration, key + ":AuthToken", TokenVariable, SeedTokenVariable, options.AuthToken));
    }

    /// <summary>Says nothing of the token.</summary>
    public override string ToString() => $"{Key} at {Url}";

    // libsql:// is what Turso shows: https, unless ?tls=0 says that a server on this machine speaks plain HTTP.
    private static string Http(string key, string url)
    {
        if (url.StartsWith("ws:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("wss:", StringComparison.OrdinalIgnoreCase))
        {
            throw new HiveException($"{key}:Url is a WebSocket address: use the same with libsql:// or https://, such as {Example}.");
        }

        if (url.Contains("authToken=", StringComparison.OrdinalIgnoreCase))
        {
            throw new HiveException($"{key}:Url has the token in it, where it gets into logs: put it into {key}:AuthToken or {TokenVariable}.");
        }

        const string Scheme = "libsql://";
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return url;
        }

        const string Plain = "?tls=0";
        return url.EndsWith(Plain, StringComparison.OrdinalIgnoreCase)
            ? string.Concat("http://", url.AsSpan(Scheme.Length, url.Length - Scheme.Length - Plain.Length))
            : string.Concat("https://", url.AsSpan(Scheme.Length));
    }

    private static string? Value(IConfiguration? configuration, string key, string variable, string seed, string? own = null)
        => own is { Length: > 0 } ? own : HttpSettings.Value(configuration, key, variable) is { Length: > 0 } value ? value : HttpSettings.Value(configuration, key, seed) is { Length: > 0 } older ? older : null;
}
