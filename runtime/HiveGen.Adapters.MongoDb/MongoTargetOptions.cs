using HiveGen.Targets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>How a MongoDB target works.</summary>
public sealed record MongoTargetOptions
{
    /// <summary>The database. Default: the one in the path of the connection string.</summary>
    public string? Database { get; init; }

    /// <summary>How long a ghost is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The clock of timeouts, of the cursor and of the ghosts' age. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
