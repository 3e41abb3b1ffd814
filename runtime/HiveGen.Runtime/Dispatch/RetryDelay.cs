namespace HiveGen.Dispatch;

/// <summary>How long to wait before a try: full jitter under a ceiling that doubles, with the first and the longest of the options.</summary>
internal static class RetryDelay
{
    private const int MostDoublings = 30; // beyond any ceiling, and below what a number of ticks can hold

    /// <summary>The ceiling after so many failures, counted from 1.</summary>
    public static TimeSpan Ceiling(HiveDispatchOptions options, int failures)
    {
        double ticks = options.FirstRetry.Ticks * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return ticks >= options.LongestRetry.Ticks ? options.LongestRetry : TimeSpan.FromTicks((long)ticks);
    }

    /// <summary>The wait after so many failures.</summary>
    /// <param name="options">The ceilings and the jitter.</param>
    /// <param name="failures">Counted from 1.</param>
    /// <param name="atLeast">What the target asked for, which is honoured beyond the ceiling too.</param>
    public static TimeSpan After(HiveDispatchOptions options, int failures, TimeSpan? atLeast = null)
    {
        TimeSpan jittered = Ceiling(options, failures) * options.Jitter();
        return atLeast is { } least && least > jittered ? least : jittered;
    }
}
