using Microsoft.Extensions.Logging;

namespace HiveGen.Adapters.Http;

/// <summary>What the client logs: names and ids, never data and never a secret.</summary>
internal static partial class SyncClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "[Sync] Sending {Operation} of {Model}, {Count} record(s)")]
    public static partial void Sending(ILogger logger, string operation, string model, int count);

    [LoggerMessage(2, LogLevel.Information, "[Sync] Success: {Operation} of {Model}, {Count} record(s) in {Milliseconds} ms")]
    public static partial void Success(ILogger logger, string operation, string model, int count, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "[Sync] Failed: {Operation} of {Model}, {Failed} of {Count} record(s) in {Milliseconds} ms; the first: {Id}: {Error}")]
    public static partial void Failed(ILogger logger, string operation, string model, int failed, int count, double milliseconds, string id, string? error);
}
