using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task What_is_sent_parked_and_dead_is_counted_by_target()
    {
        string name = "t" + Guid.NewGuid().ToString("N");
        ConcurrentDictionary<string, double> sums = new();
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "HiveGen")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        int tries = 0;
        ScriptedTarget target = new(name)
        {
            Outcome = item => item.RecordId switch
            {
                "retry" when tries++ == 0 => new ItemOutcome(ItemStatus.Retry, "later"),
                "never" => new ItemOutcome(ItemStatus.Permanent, "no"),
                _ => null,
            },
        };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('good', '1', ''), ('retry', '2', ''), ('never', '3', '')");
        await hive.DrainAsync();
        listener.RecordObservableInstruments();
        Assert.Equal(3, sums["hive.sync.captured"]);
        Assert.Equal(2, sums["hive.sync.sent"]);
        Assert.Equal(1, sums["hive.sync.parked"]);
        Assert.Equal(1, sums["hive.sync.retried"]);
        Assert.Equal(1, sums["hive.sync.dead"]);
        Assert.Equal(1, sums["hive.sync.dead_letters"]);
        Assert.Equal(0, sums["hive.sync.lag"]);
        Assert.Equal(0, sums["hive.sync.oldest_unsent.age"]);

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.Length > 0 && Equals(tags[0].Value, name))
            {
                sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            }
        }
    }

    [Fact]
    public async Task The_age_of_the_oldest_unsent_change_grows_while_the_target_is_down()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        Assert.Equal(TimeSpan.Zero, hive.Sync.Status.Targets[0].OldestUnsent);
        target.Before = static _ => throw new TargetException(TargetFailure.Transient, "down");
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", TargetState.Retrying);
        TimeSpan before = hive.Sync.Status.Targets[0].OldestUnsent;
        hive.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(hive.Sync.Status.Targets[0].OldestUnsent >= before + TimeSpan.FromMinutes(1));
        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(TimeSpan.Zero, hive.Sync.Status.Targets[0].OldestUnsent);
    }
}
