using Microsoft.Extensions.Logging;

namespace HiveGen.Hooks;

/// <summary>What hooks write to the log.</summary>
internal static partial class HookLog
{
    [LoggerMessage(1, LogLevel.Error, "{Hook} failed. The data is committed; what the hook was to do behind it is not done.")]
    public static partial void Failed(ILogger logger, string hook, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The Hive closes, and {Count} pieces of work behind hooks have not ended within {Timeout}; they are cut off.")]
    public static partial void Abandoned(ILogger logger, int count, TimeSpan timeout);
}
