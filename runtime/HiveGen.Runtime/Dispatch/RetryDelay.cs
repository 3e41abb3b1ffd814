namespace HiveGen.Dispatch;

/// <summary>How long to wait before a try: full jitter under a ceiling of 2, 4, 8 … seconds, 5 minutes at most.</summary>
internal static class RetryDelay
{
    /// <summary>The highest ceiling.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The ceiling after so many failures, counted from 1.</summary>
    public static TimeSpan Ceiling(int failures)
    {
        double seconds = Math.Pow(2, Math.Clamp(failures, 1, 30));
        return seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
    }

    /// <summary>The wait after so many failures.</summary>
    /// <param name="failures">Counted from 1.</param>
    /// <param name="random">From 0 to 1, exclusive.</param>
    /// <param name="atLeast">What the target asked for.</param>
    public static TimeSpan After(int failures, double random, TimeSpan? atLeast = null)
    {
        TimeSpan jittered = Ceiling(failures) * random;
        return atLeast is { } least && least > jittered ? least : jittered;
    }
}
