using Microsoft.Extensions.Logging;

namespace HiveGen.Router;

/// <summary>What the router logs: names and ids, never data and never a secret.</summary>
internal static partial class SyncLog
{
    public const string Category = "HiveGen.Router";

    [LoggerMessage(401, LogLevel.Information, "[Sync] Received: {Operation} of {Model}, {Count} record(s)")]
    public static partial void Received(this ILogger logger, string? operation, string? model, int count);

    [LoggerMessage(402, LogLevel.Information, "[Sync] Success: {Operation} of {Model}, {Count} record(s) in {Milliseconds} ms")]
    public static partial void Success(this ILogger logger, string? operation, string? model, int count, double milliseconds);

    [LoggerMessage(403, LogLevel.Warning, "[Sync] Failed: {Operation} of {Model} with {Status}: {Error}")]
    public static partial void Failed(this ILogger logger, string? operation, string? model, int status, string error);

    [LoggerMessage(404, LogLevel.Warning, "[Sync] Failed: {Operation} of {Model}, {Failed} of {Count} record(s); the first: {Error}")]
    public static partial void FailedInPart(this ILogger logger, string? operation, string? model, int failed, int count, string error);

    [LoggerMessage(405, LogLevel.Error, "[Sync] Failed: the target took nothing of {Operation} of {Model}")]
    public static partial void TargetFailed(this ILogger logger, Exception exception, string? operation, string? model);

    [LoggerMessage(406, LogLevel.Warning, "[Sync] Unauthorized: a request from {Address} had no right X-Sync-Secret, or no right signature")]
    public static partial void Unauthorized(this ILogger logger, string? address);

    [LoggerMessage(407, LogLevel.Error, "[Sync] No secret is configured, so the router refuses everything. Set SYNC_SECRET or HiveSync:Secrets; HiveSecret.New() makes one.")]
    public static partial void NoSecret(this ILogger logger);

    [LoggerMessage(408, LogLevel.Warning, "[Sync] SYNC_SECRET is not set. Until the app ends, and in Development only, it is {Secret}")]
    public static partial void DevelopmentSecret(this ILogger logger, string secret);

    [LoggerMessage(409, LogLevel.Warning, "[Sync] A secret came over plain HTTP. HiveSync:AllowPlainHttp lets it in; whoever is on the way can read it. This is said once.")]
    public static partial void PlainHttp(this ILogger logger);

    [LoggerMessage(410, LogLevel.Warning, "[Sync] A secret of fewer than {Length} characters is easily guessed. HiveSecret.New() makes a good one.")]
    public static partial void WeakSecret(this ILogger logger, int length);

    [LoggerMessage(411, LogLevel.Information, "[Sync] The settings of the router changed; {Secrets} secret(s) are let in now")]
    public static partial void OptionsChanged(this ILogger logger, int secrets);

    [LoggerMessage(412, LogLevel.Error, "[Sync] The changed settings of the router are wrong and not taken, those of before stay: {Error}")]
    public static partial void ChangeRefused(this ILogger logger, string error);

    [LoggerMessage(413, LogLevel.Error, "[Sync] Failed: a fault of the router")]
    public static partial void Fault(this ILogger logger, Exception exception);

    [LoggerMessage(414, LogLevel.Information, "[Sync] Repeated: {Operation} of {Model} had this Idempotency-Key before and got its first answer again")]
    public static partial void Repeated(this ILogger logger, string? operation, string? model);

    [LoggerMessage(415, LogLevel.Warning, "[Sync] Failed: {Path} with {Status}: {Error}")]
    public static partial void FailedCall(this ILogger logger, string path, int status, string error);

    [LoggerMessage(416, LogLevel.Error, "[Sync] Failed: the target did not do what {Path} asked")]
    public static partial void TargetFailedCall(this ILogger logger, Exception exception, string path);
}
