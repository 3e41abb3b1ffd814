using HiveGen.Targets;
using Microsoft.Extensions.Logging;

namespace HiveGen.Dispatch;

/// <summary>What the dispatcher logs.</summary>
internal static partial class SyncLog
{
    [LoggerMessage(100, LogLevel.Information, "[Sync] Connected: {Target} is at change {Seq}, {Loads} models to load in full")]
    public static partial void Connected(ILogger logger, string target, long seq, int loads);

    [LoggerMessage(101, LogLevel.Debug, "[Sync] Success: {Count} records to {Target}, up to change {Seq}")]
    public static partial void Sent(ILogger logger, int count, string target, long seq);

    [LoggerMessage(102, LogLevel.Information, "[Sync] Success: {Model} is loaded in full into {Target}, {Swept} rows that are not in the Hive became ghosts")]
    public static partial void Loaded(ILogger logger, string model, string target, int swept);

    [LoggerMessage(103, LogLevel.Information, "[Sync] Loading {Target} afresh: {Reason}")]
    public static partial void Fresh(ILogger logger, string target, string reason);

    [LoggerMessage(EventId = 104, Message = "[Sync] Failed: {Target} ({Failure}), tried again in {Wait}: {Reason}")]
    public static partial void TargetFailed(ILogger logger, LogLevel level, string target, TargetFailure failure, TimeSpan wait, string reason);

    [LoggerMessage(105, LogLevel.Warning, "[Sync] Failed: {Model} {Id} to {Target}, try {Attempt}, parked: {Reason}")]
    public static partial void Parked(ILogger logger, string model, string id, string target, int attempt, string reason);

    [LoggerMessage(106, LogLevel.Error, "[Sync] Failed: {Model} {Id} to {Target} needs a person: {Reason}")]
    public static partial void Dead(ILogger logger, string model, string id, string target, string reason);

    [LoggerMessage(107, LogLevel.Error, "[Sync] Failed: {Target} is paused: {Reason}")]
    public static partial void Paused(ILogger logger, string target, string reason);

    [LoggerMessage(108, LogLevel.Error, "[Sync] Failed: the loop {Loop} stopped unexpectedly and starts again in {Wait}")]
    public static partial void Restarting(ILogger logger, string loop, TimeSpan wait, Exception exception);

    [LoggerMessage(109, LogLevel.Debug, "[Sync] Trimmed {Count} rows of the change log")]
    public static partial void Trimmed(ILogger logger, int count);

    [LoggerMessage(110, LogLevel.Warning, "[Sync] The target {Target} is remembered but not configured: it keeps the change log from being trimmed. Configure it, or call ForgetTargetAsync")]
    public static partial void Orphan(ILogger logger, string target);

    [LoggerMessage(122, LogLevel.Warning, "[Sync] The clock was moved back: {Count} parked records and jobs are tried now, not when it has caught up")]
    public static partial void ClockMoved(ILogger logger, int count);

    [LoggerMessage(120, LogLevel.Information, "[Sync] Verified {Target}: {Records} records, {Different} differ, {Repaired} are sent again, {Unsettled} could not be told")]
    public static partial void Verified(ILogger logger, string target, long records, long different, long repaired, long unsettled);

    [LoggerMessage(121, LogLevel.Information, "[Sync] Rebuilding {Target}: every record is sent again")]
    public static partial void Rebuilding(ILogger logger, string target);

    [LoggerMessage(111, LogLevel.Information, "[Sync] {Target} is adopted with epoch {Epoch}")]
    public static partial void Adopted(ILogger logger, string target, int epoch);

    [LoggerMessage(113, LogLevel.Warning, "[Sync] Discarded: {Model} {Id} at change {Seq} for {Target}, by request. It had failed {Attempts} times: {Reason}")]
    public static partial void Discarded(ILogger logger, string model, string id, string target, long seq, int attempts, string reason);

    [LoggerMessage(112, LogLevel.Warning, "[Sync] Stopped with unsent changes: {Reason}")]
    public static partial void Undrained(ILogger logger, string reason);
}
