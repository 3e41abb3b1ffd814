using System.Text;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Adapters.MySql.PlanetScale;

/// <summary>What was configured of a PlanetScale database, under which key, checked.</summary>
/// <param name="Key">The section that messages name, such as <c>Hive:Targets:shop</c>.</param>
/// <param name="Url">Where its API is, with a slash at the end.</param>
/// <param name="Options">How it is reached.</param>
/// <param name="Username">The user name now; null when there is none.</param>
/// <param name="Password">The password now; null when there is none.</param>
internal sealed record PlanetScaleSettings(string Key, Uri Url, PlanetScaleTargetOptions Options, Func<string?> Username, Func<string?> Password)
{
    private const string HostVariable = "DATABASE_HOST";
    private const string UrlVariable = "DATABASE_URL";
    private const string UserVariable = "DATABASE_USERNAME";
    private const string PasswordVariable = "DATABASE_PASSWORD";
    private const string SeedPasswordVariable = "DATABASE_API_KEY";
    private const string Example = "aws.connect.psdb.cloud";

    /// <summary>Settings whose user name and password, where the options have none, are looked up in the configuration for every request.</summary>
    /// <exception cref="HiveException">The address is missing, wrong or not safe; the message names its key.</exception>
    public static PlanetScaleSettings Of(string key, string? url, PlanetScaleTargetOptions options, IConfiguration? configuration)
    {
        string given = First(url, configuration?[key + ":Url"], Variable(configuration, HostVariable), Variable(configuration, UrlVariable))
            ?? throw new HiveException($"{key}:Url is missing, and so are {HostVariable} and {UrlVariable}: it is the host that PlanetScale shows, such as {Example}.");
        (string address, string? user, string? password) = Split(key, given.Trim());
        return new PlanetScaleSettings(
            key,
            TargetUrl.Parse(key, address, options.AllowHttp, Example),
            options,
            () => First(options.Username, configuration?[key + ":Username"], user, Variable(configuration, UserVariable)),
            () => First(options.Password, configuration?[key + ":Password"], password, Variable(configuration, PasswordVariable), Variable(configuration, SeedPasswordVariable)));
    }

    /// <summary>The header that says who asks.</summary>
    /// <exception cref="TargetException">User name or password is missing.</exception>
    public string Authorization()
    {
        string user = Username() ?? throw Missing("Username", UserVariable);
        string password = Password() ?? throw Missing("Password", PasswordVariable);
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }

    /// <summary>Says nothing of user and password.</summary>
    public override string ToString() => $"{Key} at {Url}";

    private TargetException Missing(string setting, string variable)
        => new(TargetFailure.Configuration, $"{Key}:{setting} is missing, and so is {variable}: PlanetScale shows it when a password is created.");

    // mysql://user:password@host/database?… is what PlanetScale shows for drivers; its API is at the same host.
    private static (string Address, string? User, string? Password) Split(string key, string given)
    {
        if (!given.Contains("://", StringComparison.Ordinal))
        {
            return ("https://" + given, null, null);
        }

        if (!given.StartsWith("mysql://", StringComparison.OrdinalIgnoreCase))
        {
            return (given, null, null);
        }

        if (!Uri.TryCreate(given, UriKind.Absolute, out Uri? parsed) || parsed.Host.Length == 0)
        {
            // What is wrong with it may be the password in it.
            throw new HiveException($"{key}:Url is no address: it is the host that PlanetScale shows, such as {Example}, or mysql://user:password@{Example}/database.");
        }

        string[] login = parsed.UserInfo.Split(':', 2);
        return ("https://" + parsed.Host, Uri.UnescapeDataString(login[0]), login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null);
    }

    private static string? Variable(IConfiguration? configuration, string name) => configuration is null ? Environment.GetEnvironmentVariable(name) : configuration[name];

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                return value;
            }
        }

        return null;
    }
}
