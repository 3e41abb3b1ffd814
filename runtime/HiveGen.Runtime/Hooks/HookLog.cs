using Microsoft.Extensions.Logging;

namespace HiveGen.Hooks;

/// <summary>What hooks write to the log.</summary>
internal static partial class HookLog
{
    [LoggerMessage(501, LogLevel.Error, "{Hook} failed. The data is committed; what the hook was to do behind it is not done.")]
    public static partial void Failed(ILogger logger, string hook, Exception exception);

    [LoggerMessage(502, LogLevel.Warning, "The Hive closes, and work behind {Hook} has not ended within {Timeout}: it is cut off and not done again. Use Enqueue for what may not be lost.")]
    public static partial void Dropped(ILogger logger, string hook, TimeSpan timeout);
}
