using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>How a PostgreSQL or Neon target works. The connection string says the rest: pool size, timeouts, certificates, search path.</summary>
public sealed record PostgresTargetOptions
{
    /// <summary>
    /// How many batches are sent at the same time, each on a connection of its own, 1 to 64. Default: 2.
    /// <c>Hive:Targets:&lt;name&gt;:Lanes</c> overrides it.
    /// </summary>
    public int Lanes { get; init; } = 2;

    /// <summary>How long a ghost row is kept, so that a late write cannot revive what it deleted, 36,500 days at most. Default: 7 days.</summary>
    public TimeSpan GhostRetention { get; init => field = TargetTimes.GhostRetention(value); } = TargetTimes.DefaultRetention;

    /// <summary>The clock that says when old ghosts are looked for. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
