using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.Http;

/// <summary>Checks the address of a target that is configured. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TargetUrl
{
    /// <summary>The address of the code, else of the setting, else of the variable, as <see cref="Parse"/> takes it.</summary>
    /// <param name="key">The section that messages name, such as <c>Hive:Targets:central</c>.</param>
    /// <param name="url">What the code gives; null to look it up.</param>
    /// <param name="configuration">Where it is looked up; null for the environment.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="allowHttp">Whether plain HTTP may leave this machine.</param>
    /// <param name="what">What the address is of, such as <c>it is the project's URL</c>.</param>
    /// <param name="example">An address as it should be.</param>
    /// <exception cref="HiveException">It is missing, wrong or not safe; the message names its key.</exception>
    public static Uri Find(string key, string? url, IConfiguration? configuration, string variable, bool allowHttp, string what, string example)
    {
        string? given = url ?? HttpSettings.Value(configuration, key + ":Url", variable);
        return string.IsNullOrWhiteSpace(given)
            ? throw new HiveException($"{key}:Url is missing, and so is {variable}: {what}, such as {example}.")
            : Parse(key, given, allowHttp, example);
    }

    /// <summary>The address, with a slash at the end: https, or plain http to this machine.</summary>
    /// <param name="key">The section that messages name, such as <c>Hive:Targets:central</c>.</param>
    /// <param name="url">What was configured.</param>
    /// <param name="allowHttp">Whether plain HTTP may leave this machine.</param>
    /// <param name="example">An address as it should be.</param>
    /// <exception cref="HiveException">It is wrong or not safe; the message names <c>&lt;key&gt;:Url</c> and never repeats a password in it.</exception>
    public static Uri Parse(string key, string url, bool allowHttp, string example)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url.Trim().TrimEnd('/') + "/", UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("http" or "https")
            || parsed.Query.Length > 0 || parsed.Fragment.Length > 0 || parsed.UserInfo.Length > 0)
        {
            // What is wrong with it may be a password in it.
            throw new HiveException($"{key}:Url must be an http or https address without user, query and fragment, such as {example}.");
        }

        return parsed.Scheme == "https" || parsed.IsLoopback || allowHttp
            ? parsed
            : throw new HiveException($"{key}:Url is {parsed}, over which anyone on the way reads the secret and the records. Use https; {key}:AllowHttp=true takes the risk, as inside a private network.");
    }
}
