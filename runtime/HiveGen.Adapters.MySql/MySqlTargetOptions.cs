using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>How a MySQL or MariaDB database is used.</summary>
public sealed record MySqlTargetOptions
{
    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>How long the database may take for one statement; <c>Hive:Dispatch:SendTimeout</c> bounds a whole batch. A day at most. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init => field = TargetTimes.Wait(value, nameof(Timeout)); } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of <c>_synced_at</c>. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
