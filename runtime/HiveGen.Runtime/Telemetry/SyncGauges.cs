using System.Diagnostics.Metrics;
using HiveGen.Backup;
using HiveGen.Targets;

namespace HiveGen.Telemetry;

/// <summary>The state of every target and loop, read when somebody collects.</summary>
internal static class SyncGauges
{
    public static void Add(HiveTelemetry telemetry, TimeProvider clock, Func<IReadOnlyList<TargetStatus>> targets, Func<IReadOnlyList<LoopStatus>> loops)
    {
        telemetry.Gauge("hive.sync.lag", "{change}", "Changes that were not sent yet.", Each(static target => target.Lag));
        telemetry.Gauge("hive.sync.oldest_unsent.age", "s", "The age of the oldest change that was not sent yet.", Each(static target => target.OldestUnsent.TotalSeconds));
        telemetry.Gauge("hive.sync.waiting", "{record}", "Parked records that wait for a retry.", Each(static target => (long)target.Parked));
        telemetry.Gauge("hive.sync.dead_letters", "{record}", "Records that need a person.", Each(static target => (long)target.Dead));
        telemetry.Gauge("hive.sync.breaker.state", "{state}", "0: the target is sent to; 1: it is being tried; 2: it failed and waits for its next try.", Each(static target => Level(target.Breaker)));
        telemetry.Gauge("hive.loop.heartbeat.age", "s", "Since a background loop last came round.", () => loops().Select(loop =>
            new Measurement<double>(Math.Max(0, (clock.GetUtcNow() - loop.Heartbeat).TotalSeconds), SyncMetrics.Loop(loop.Name))));

        Func<IEnumerable<Measurement<T>>> Each<T>(Func<TargetStatus, T> value)
            where T : struct
            => () => targets().Select(target => new Measurement<T>(value(target), SyncMetrics.Target(target.Name)));
    }

    /// <summary>Adds how the clients of the targets use their connections.</summary>
    public static void Add(HiveTelemetry telemetry, IReadOnlyList<HiveTarget> targets)
    {
        telemetry.Gauge("hive.target.connections.used", "{connection}", "Connections to a target that are at work, where its client tells.", Each(static connections => connections.InUse));
        telemetry.Gauge("hive.target.connections.limit", "{connection}", "The most connections to a target, where its client tells.", Each(static connections => connections.Most));

        Func<IEnumerable<Measurement<int>>> Each(Func<TargetConnections, int> value) => () => targets
            .Where(static target => target.Connections is not null)
            .Select(target => new Measurement<int>(value(target.Connections!.Value), SyncMetrics.Target(target.Name)));
    }

    /// <summary>Adds the age of the newest backup, where backups are made by themselves.</summary>
    public static void Add(HiveTelemetry telemetry, BackupLoop? backups)
        => telemetry.Gauge("hive.backup.age", "s", "Since the newest backup was made; since the Hive was opened when there is none.", () => backups is null ? [] : (Measurement<double>[])[new(Math.Max(0, backups.Age.TotalSeconds))]);

    private static int Level(BreakerState state) => state switch
    {
        BreakerState.Closed => 0,
        BreakerState.HalfOpen => 1,
        _ => 2,
    };
}
