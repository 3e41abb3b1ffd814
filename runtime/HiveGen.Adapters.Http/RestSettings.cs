using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Http;

/// <summary>What was configured of a custom REST API, under which section, checked.</summary>
/// <param name="Section">The section that messages name, such as <c>Hive:Targets:crm</c>.</param>
/// <param name="Url">The address that paths are below, with a slash at the end.</param>
/// <param name="Options">What the API understands.</param>
/// <param name="Secret">The secret now; null when there is none.</param>
internal sealed record RestSettings(string Section, Uri Url, RestTargetOptions Options, Func<string?> Secret)
{
    /// <summary>The original's variable of the address.</summary>
    public const string UrlVariable = "DATABASE_URL";

    private const int MostRecords = 1000;
    private const int MostLanes = 64;

    /// <summary>Settings whose secret, where the options have none, is looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">A setting is missing, wrong or not safe; the message names its key.</exception>
    public static RestSettings Of(string section, string? url, RestTargetOptions options, IConfiguration? configuration)
    {
        Check(section, nameof(RestTargetOptions.MaxRecords), options.MaxRecords, MostRecords);
        Check(section, nameof(RestTargetOptions.Lanes), options.Lanes, MostLanes);
        if (options.CursorPath is { } path && !IsPath(path.TrimStart('/')))
        {
            throw new HiveException($"{section}:{nameof(RestTargetOptions.CursorPath)} is '{path}' and must be a path below the API's address, without query and fragment, such as sync/cursor.");
        }

        return new RestSettings(
            section,
            TargetUrl.Find(section, url, configuration, UrlVariable, options.AllowHttp, "it says where the API's /sync is", "https://api.example.com"),
            options,
            () => FindSecret(section, options, configuration));
    }

    // SYNC_SECRET may be a list; a secret of the API's own may have a comma in it.
    private static string? FindSecret(string section, RestTargetOptions options, IConfiguration? configuration)
    {
        string? own = options.Secret ?? (configuration?[section + ":Secret"] is { Length: > 0 } set ? set : null);
        return own is null ? RouterSettings.First(HttpSettings.Value(configuration, section + ":Secret", RouterSettings.SecretVariable))
            : own.Trim() is { Length: > 0 } secret ? secret
            : null;
    }

    // What is an address of its own would get the secret, wherever it leads.
    private static bool IsPath(string path) => path.Length > 0 && path.AsSpan().IndexOfAny("?#\\") < 0 && Uri.TryCreate(path, UriKind.Relative, out _);

    private static void Check(string section, string key, int value, int most)
    {
        if (value < 1 || value > most)
        {
            throw new HiveException($"{section}:{key} is {value} and must be from 1 to {most}.");
        }
    }
}
