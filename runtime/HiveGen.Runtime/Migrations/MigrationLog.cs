using Microsoft.Extensions.Logging;

namespace HiveGen.Migrations;

/// <summary>What migrations log, under the category of storage.</summary>
internal static partial class MigrationLog
{
    [LoggerMessage(20, LogLevel.Information, "The models have changed: {Steps}")]
    public static partial void Begin(ILogger logger, string steps);

    [LoggerMessage(21, LogLevel.Debug, "Migration step {Number} of {Count}: {Summary}")]
    public static partial void Step(ILogger logger, int number, int count, string summary);

    [LoggerMessage(22, LogLevel.Information, "Before the migration a backup was made: {Path}, {Bytes} bytes")]
    public static partial void Backup(ILogger logger, string path, long bytes);

    [LoggerMessage(23, LogLevel.Warning, "The table {Table} belongs to no model any more, and is kept with its {Rows} rows. To drop it, allow drop-table:{Table} once")]
    public static partial void Kept(ILogger logger, string table, long rows);

    [LoggerMessage(24, LogLevel.Warning, "Allowed: {Loss}")]
    public static partial void Allowed(ILogger logger, string loss);
}
