using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace HiveGen.Targets;

/// <summary>The times that several targets have as a setting, in configuration and in code. For adapters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TargetTimes
{
    // More than a day is a mistake: '30' is thirty days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestRetention = TimeSpan.FromDays(36_500);

    /// <summary>How long ghosts are kept where nothing else is said: 7 days.</summary>
    public static TimeSpan DefaultRetention { get; } = TimeSpan.FromDays(7);

    /// <summary>The setting <c>GhostRetention</c>; the default where it is not there.</summary>
    /// <exception cref="HiveException">It is no time above zero and at most 36,500 days.</exception>
    public static TimeSpan GhostRetention(IConfigurationSection? settings)
        => Read(settings, nameof(GhostRetention), LongestRetention, "at most 36500 days, such as 7.00:00:00") ?? DefaultRetention;

    /// <summary>A retention that code gives, if it may be one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero, or more than 36,500 days.</exception>
    public static TimeSpan GhostRetention(TimeSpan value)
        => IsWithin(value, LongestRetention) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A GhostRetention is above zero and at most 36,500 days.");

    /// <summary>A setting that says how long something is waited for; null where it is not there.</summary>
    /// <exception cref="HiveException">It is no time above zero and at most a day.</exception>
    public static TimeSpan? Wait(IConfigurationSection? settings, string key) => Read(settings, key, LongestWait, "at most a day, such as 00:00:30");

    /// <summary>A time to wait that code gives, if it may be one.</summary>
    /// <param name="value">The time.</param>
    /// <param name="option">The option's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero, or more than a day.</exception>
    public static TimeSpan Wait(TimeSpan value, string option)
        => IsWithin(value, LongestWait) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A {option} is above zero and at most a day.");

    private static TimeSpan? Read(IConfigurationSection? settings, string key, TimeSpan longest, string words) => settings?[key] switch
    {
        null or "" => null,
        { } text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && IsWithin(value, longest) => value,
        { } text => throw new HiveException($"{settings!.Path}:{key} is '{text}' and must be a time above zero and {words}."),
    };

    private static bool IsWithin(TimeSpan value, TimeSpan longest) => value > TimeSpan.Zero && value <= longest;
}
