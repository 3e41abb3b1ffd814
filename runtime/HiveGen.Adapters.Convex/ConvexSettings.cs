using HiveGen.Adapters.Http;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Convex;

/// <summary>What was configured of a deployment, under which section, checked.</summary>
/// <param name="Section">The section that messages name, such as <c>Hive:Targets:app</c>.</param>
/// <param name="Url">The deployment's address, with a slash at the end.</param>
/// <param name="Options">How it is reached.</param>
/// <param name="DeployKey">The key now; null when there is none.</param>
internal sealed record ConvexSettings(string Section, Uri Url, ConvexTargetOptions Options, Func<string?> DeployKey)
{
    /// <summary>The original's variable of the address.</summary>
    public const string UrlVariable = "CONVEX_URL";

    /// <summary>Convex's own variable of the key.</summary>
    public const string KeyVariable = "CONVEX_DEPLOY_KEY";

    /// <summary>Settings whose key, where the options have none, is looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">The address is missing, wrong or not safe; the message names its key.</exception>
    public static ConvexSettings Of(string section, string? url, ConvexTargetOptions options, IConfiguration? configuration)
        => new(
            section,
            TargetUrl.Find(section, url, configuration, UrlVariable, options.AllowHttp, "it is the deployment's URL", "https://happy-animal-123.convex.cloud"),
            options,
            () => options.DeployKey ?? HttpSettings.Value(configuration, section + ":DeployKey", KeyVariable));
}
