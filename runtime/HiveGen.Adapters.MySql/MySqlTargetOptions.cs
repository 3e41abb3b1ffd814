namespace HiveGen.Adapters.MySql;

/// <summary>How a MySQL or MariaDB database is used.</summary>
public sealed record MySqlTargetOptions
{
    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long the database may take for one statement; <c>Hive:Dispatch:SendTimeout</c> bounds a whole batch. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of <c>_synced_at</c>. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
