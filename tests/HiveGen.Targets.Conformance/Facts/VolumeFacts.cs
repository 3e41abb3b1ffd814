namespace HiveGen.Targets.Conformance;

/// <summary>Many records, in order.</summary>
public abstract class VolumeFacts(TargetProbe probe) : ConformanceTests(probe)
{
    [ServerFact]
    public async Task Twenty_thousand_records_arrive_in_order()
    {
        int records = Probe.ManyRecords;
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.ArriveAsync();
        for (int first = 0; first < records; first += 1000)
        {
            int from = first;
            await hive.Hive.Notes.AddAsync(Enumerable.Range(from, 1000).Select(static i => new Note { Id = $"n{i:00000}", Title = $"{i}", Rank = i, Body = i % 3 == 0 ? null : "body" }));
            // Every thousandth changes while others are still on their way.
            await hive.Hive.Notes.SetAsync($"n{from:00000}", new Note.Changes { State = "changed" });
        }

        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
        // A record's version is the number of its change: those that changed once have them in the order in which they were added.
        StoredRow[] once = [.. (await Probe.ReadAsync(Items.Notes)).OrderBy(static row => row.RecordId, StringComparer.Ordinal).Where(static (_, index) => index % 1000 != 0)];
        Assert.Equal(records - (records / 1000), once.Length);
        Assert.All(once.Zip(once.Skip(1)), static pair => Assert.True(pair.First.Version < pair.Second.Version, $"{pair.First.RecordId} is not before {pair.Second.RecordId}"));
    }
}
