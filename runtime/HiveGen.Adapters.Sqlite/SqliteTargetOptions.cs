using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>How a SQLite target works.</summary>
public sealed record SqliteTargetOptions
{
    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>How long a lock of another program is waited for, a day at most. Default: 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init => field = TargetTimes.Wait(value, nameof(BusyTimeout)); } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of <c>_synced_at</c>. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
