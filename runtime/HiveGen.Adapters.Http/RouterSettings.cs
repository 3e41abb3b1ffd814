using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Http;

/// <summary>What was configured of a router, under which key, checked.</summary>
/// <param name="Key">The section that messages name, such as <c>Hive:Targets:central</c>.</param>
/// <param name="Url">Where the router's app is, with a slash at the end.</param>
/// <param name="Options">How it is reached.</param>
/// <param name="Secret">The secret now; null when there is none.</param>
internal sealed record RouterSettings(string Key, Uri Url, RouterTargetOptions Options, Func<string?> Secret)
{
    /// <summary>The seeds' variable of the router's address.</summary>
    public const string UrlVariable = "BLADE_PUBLIC_URL";

    /// <summary>The seeds' variable of the secret.</summary>
    public const string SecretVariable = "SYNC_SECRET";

    /// <summary>Settings whose secret, where the options have none, is looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">The address is missing, wrong or not safe; the message names its key.</exception>
    public static RouterSettings Of(string key, string? url, RouterTargetOptions options, IConfiguration? configuration)
        => new(
            key,
            TargetUrl.Find(key, url, configuration, UrlVariable, options.AllowHttp, "it says where the router's app is", "https://central.example.com"),
            options,
            () => First(options.Secret ?? HttpSettings.Value(configuration, key + ":Secret", SecretVariable)));

    /// <summary>The secret that is sent: <c>SYNC_SECRET</c> may be a list, of which a router takes every one.</summary>
    public static string? First(string? secrets)
    {
        string? first = secrets?.Split(',', 2)[0].Trim();
        return first is { Length: > 0 } ? first : null;
    }
}
