using System.ComponentModel;
using System.Globalization;
using HiveGen.Targets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Adapters.Http;

/// <summary>Reads the settings that every target over HTTP has. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HttpSettings
{
    /// <summary>The section of a target that code adds; null where the app has no configuration.</summary>
    public static IConfigurationSection? Section(IServiceProvider services, string target) => services.GetService<IConfiguration>()?.GetSection("Hive:Targets:" + target);

    /// <summary>The options with <c>AllowHttp</c> and <c>Timeout</c> of the section, where there is one, and the clock of the app.</summary>
    /// <exception cref="HiveException">One of them is wrong; the message names its key.</exception>
    public static T Of<T>(T options, IServiceProvider services, IConfigurationSection? settings)
        where T : HttpTargetOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        T timed = options with { Clock = services.GetService<TimeProvider>() ?? TimeProvider.System };
        return settings is null ? timed : timed with
        {
            AllowHttp = Flag(settings, nameof(HttpTargetOptions.AllowHttp)),
            Timeout = TargetTimes.Wait(settings, nameof(HttpTargetOptions.Timeout)) ?? options.Timeout,
        };
    }

    /// <summary>A setting of the target, else a variable: from the configuration, or from the environment where there is none.</summary>
    public static string? Value(IConfiguration? configuration, string key, string variable)
        => configuration is null ? Environment.GetEnvironmentVariable(variable)
            : configuration[key] is { Length: > 0 } own ? own
            : configuration[variable];

    /// <summary>Whether a key can be sent in a header.</summary>
    public static bool IsKey(string key) => !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>True or false; false when it is not there.</summary>
    /// <exception cref="HiveException">It is neither.</exception>
    public static bool Flag(IConfigurationSection settings, string key)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[key] switch
        {
            null or "" => false,
            { } text when bool.TryParse(text, out bool value) => value,
            { } text => throw new HiveException($"{settings.Path}:{key} is '{text}' and must be true or false."),
        };
    }

    /// <summary>One of an enum's values by its name; the default when it is not there.</summary>
    /// <exception cref="HiveException">It is none of them.</exception>
    public static T Choice<T>(IConfigurationSection settings, string key, T otherwise)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[key] switch
        {
            null or "" => otherwise,
            { } text when Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) => value,
            { } text => throw new HiveException($"{settings.Path}:{key} is '{text}' and must be one of {string.Join(", ", Enum.GetNames<T>())}."),
        };
    }

    /// <summary>A whole number; null when it is not there.</summary>
    /// <exception cref="HiveException">It is none.</exception>
    public static int? Number(IConfigurationSection settings, string key)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[key] switch
        {
            null or "" => null,
            { } text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) => value,
            { } text => throw new HiveException($"{settings.Path}:{key} is '{text}' and must be a whole number."),
        };
    }
}
