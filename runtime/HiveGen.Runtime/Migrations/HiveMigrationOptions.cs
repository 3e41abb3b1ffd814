using HiveGen.Migrations;

namespace HiveGen;

/// <summary>How the file follows the models. Bound from the configuration section <c>Hive:Migrations</c>.</summary>
public sealed class HiveMigrationOptions
{
    /// <summary>
    /// Losses that are allowed, as the refusal spells them: <c>drop-column:posts.title</c>, <c>drop-table:sessions</c>,
    /// <c>change:posts.price</c>. What does not apply (any more) is passed over. Default: none.
    /// </summary>
    public List<string> Allow { get; } = [];

    /// <summary>The folder of the backups that are made before a table is rebuilt or something is dropped. Default: beside the Hive, <c>hive-migrations</c> for <c>hive.db</c>.</summary>
    public string? BackupFolder { get; set; }

    /// <summary>How many of these backups are kept: the newest. 0 makes none. Default: 3.</summary>
    public int KeepBackups { get; set; } = 3;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    internal string? Fault()
        => KeepBackups < 0 ? $"Hive:Migrations:KeepBackups is {KeepBackups} and must not be below zero."
            : Allow.Find(static text => !Allowance.IsValid(text)) is { } wrong ? $"Hive:Migrations:Allow has '{wrong}', which allows nothing. It takes what a refusal prints: drop-table:<table>, drop-column:<table>.<column>, change:<table>.<column>."
            : null;
}
