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
    {
        Uri parsed = Parse(key, url ?? HttpSettings.Value(configuration, key + ":Url", UrlVariable), options.AllowHttp);
        return new RouterSettings(key, parsed, options, () => First(options.Secret ?? HttpSettings.Value(configuration, key + ":Secret", SecretVariable)));
    }

    /// <summary>The secret that is sent: <c>SYNC_SECRET</c> may be a list, of which a router takes every one.</summary>
    public static string? First(string? secrets)
    {
        string? first = secrets?.Split(',', 2)[0].Trim();
        return first is { Length: > 0 } ? first : null;
    }

    private static Uri Parse(string key, string? url, bool allowHttp)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new HiveException($"{key}:Url is missing, and so is {UrlVariable}: it says where the router's app is, such as https://central.example.com.");
        }

        return TargetUrl.Parse(key, url, allowHttp, "https://central.example.com");
    }
}
