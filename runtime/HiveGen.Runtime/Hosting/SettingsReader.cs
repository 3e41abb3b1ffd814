using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HiveGen;

/// <summary>Reads settings without reflection; what is wrong is told with its key. A setting that is missing changes nothing.</summary>
internal sealed class SettingsReader(IConfigurationSection section)
{
    public void Text(string key, Action<string> set)
    {
        if (section[key] is { } value)
        {
            set(value);
        }
    }

    /// <summary>Several, as a list or in one text with commas.</summary>
    public void Texts(string key, Action<IEnumerable<string>> set)
    {
        IEnumerable<string> found = section.GetSection(key).GetChildren().Select(static child => child.Value ?? "");
        set(found.Concat((section[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    public void Time(string key, Action<TimeSpan> set)
    {
        if (section[key] is { } text)
        {
            set(TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value > TimeSpan.Zero
                ? value
                : throw Wrong(key, text, "a time above zero, such as 00:00:30"));
        }
    }

    public void Number(string key, long least, long most, Action<long> set)
    {
        if (section[key] is { } text)
        {
            set(long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most
                ? value
                : throw Wrong(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")));
        }
    }

    public void Choice<T>(string key, Action<T> set)
        where T : struct, Enum
    {
        if (section[key] is { } text)
        {
            set(Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value)
                ? value
                : throw Wrong(key, text, "one of " + string.Join(", ", Enum.GetNames<T>())));
        }
    }

    /// <summary>The error that stops the start.</summary>
    public static OptionsValidationException Error(string message) => new(Options.DefaultName, typeof(HiveOptions), [message]);

    private OptionsValidationException Wrong(string key, string text, string expected) => Error($"{section.Path}:{key} is '{text}' and must be {expected}.");
}
