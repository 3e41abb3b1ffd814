using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Supabase;

/// <summary>What was configured of a project, under which section, checked.</summary>
/// <param name="Section">The section that messages name, such as <c>Hive:Targets:app</c>.</param>
/// <param name="Url">The project's address, with a slash at the end.</param>
/// <param name="Options">How it is reached.</param>
/// <param name="Key">The key now; null when there is none.</param>
internal sealed record SupabaseSettings(string Section, Uri Url, SupabaseTargetOptions Options, Func<string?> Key)
{
    /// <summary>The original's variable of the address.</summary>
    public const string UrlVariable = "SUPABASE_URL";

    /// <summary>The original's variable of the key.</summary>
    public const string KeyVariable = "SUPABASE_SERVICE_KEY";

    /// <summary>Settings whose key, where the options have none, is looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">The address is missing, wrong or not safe; the message names its key.</exception>
    public static SupabaseSettings Of(string section, string? url, SupabaseTargetOptions options, IConfiguration? configuration)
        => new(
            section,
            TargetUrl.Find(section, url, configuration, UrlVariable, options.AllowHttp, "it is the project's URL", "https://abcdefgh.supabase.co"),
            options,
            () => options.Key ?? HttpSettings.Value(configuration, section + ":Key", KeyVariable));
}
