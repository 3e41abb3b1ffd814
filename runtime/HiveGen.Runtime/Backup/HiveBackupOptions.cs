namespace HiveGen;

/// <summary>Backups by themselves. Bound from the configuration section <c>Hive:Backup</c>.</summary>
public sealed class HiveBackupOptions
{
    /// <summary>The folder of the backups; it is made if need be. Default: none.</summary>
    public string? Folder { get; set; }

    /// <summary>How often one is made, while the sync is started; zero for never. Default: never.</summary>
    public TimeSpan Every { get; set; }

    /// <summary>How many are kept: the newest. Default: 7.</summary>
    public int Keep { get; set; } = 7;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    internal string? Fault()
        => Every < TimeSpan.Zero ? $"Hive:Backup:Every is {Every} and must not be below zero."
            : Every > TimeSpan.Zero && string.IsNullOrWhiteSpace(Folder) ? "Hive:Backup:Every is set, but Hive:Backup:Folder is not: name the folder of the backups."
            : Keep < 1 ? $"Hive:Backup:Keep is {Keep} and must be at least 1."
            : null;
}
