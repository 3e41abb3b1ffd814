namespace HiveGen.Targets.Conformance;

/// <summary>Names that are reserved words, and ids of every kind.</summary>
public abstract class NameFacts(TargetProbe probe) : ConformanceTests(probe)
{
    private static readonly string[] Ids =
    [
        "abc", "ABC", "Abc", "abc ", " abc", "äbc", "a\u0308bc", "ß", "ss", "SS", "🐝", "a/b", "a\\b", "a?b#c%20d&e=f+g", "..", ".", "__name__", "it's", "\"q\"", "a,b(c)", "*", "null", "0", "00", "-", "{}",
        new('x', 128),
    ];

    [ServerFact]
    public async Task Reserved_words_are_names_like_any_other()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        User user = await hive.Hive.Users.AddAsync(new User { Name = "Ann", Role = "admin" });
        Order order = await hive.Hive.Orders.AddAsync(new Order
        {
            User = user.Id,
            Select = "select",
            From = "from",
            Where = "where",
            Table = "table",
            Column = "column",
            Group = 1,
            Limit = 2,
            Rank = 3,
            Default = true,
            Primary = false,
            Key = "key",
            Index = "index",
            Values = "values",
            Desc = "desc",
            References = "references",
            Interval = "interval",
            Type = "type",
            Json = "json",
            Data = "data",
            Args = "args",
            Row = "row",
            Rows = "rows",
            Excluded = "excluded",
            New = "new",
            Null = "null",
            True = "true",
            Timestamp = DateTimeOffset.UnixEpoch,
            Date = new(2026, 1, 1),
            Version = "version",
            Deleted = "deleted",
            Home = "home",
        });
        await hive.Hive.Orders.AddAsync(new Order());
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        await hive.Hive.Orders.SetAsync(order.Id, new Order.Changes { Select = "changed", Version = null, Group = 9 });
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        await hive.Hive.Orders.RemoveAsync(order.Id);
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        if (Probe.Verifies)
        {
            Assert.Empty((await hive.Hive.Sync.VerifyAsync(hive.Name)).Differences);
        }
    }

    [ServerFact]
    public async Task Ids_that_look_alike_are_different_records()
    {
        await PrepareAsync();
        string[] ids = [.. Ids.Where(id => !Probe.RefusesId(id))];
        SyncItem[] items = [.. ids.Select(static (id, index) => Items.Note(id, index + 1, id))];
        await ApplyAsync(items);
        foreach (string refused in Ids.Except(ids))
        {
            ItemOutcome outcome = Assert.Single(await SendAsync(Items.Note(refused, 1000)));
            Assert.Equal(ItemStatus.Permanent, outcome.Status);
            Assert.Contains($"'{refused}'", outcome.Error, StringComparison.Ordinal);
        }

        await StoredAsync(items);
        IReadOnlyList<ItemOutcome> again = await SendAsync(items);
        Assert.All(again, static outcome => Assert.Equal(ItemStatus.Stale, outcome.Status));
        SyncItem[] changed = [.. ids.Select(static (id, index) => index % 2 == 0 ? Items.Gone(id, index + 100) : Items.Note(id, index + 100, id + " changed"))];
        foreach (SyncItem item in changed)
        {
            await ApplyAsync(item);
        }

        await StoredAsync(changed);
    }

    [ServerFact]
    public async Task Numbers_are_ids_exactly()
    {
        await PrepareAsync();
        long[] ids = [long.MinValue, -(1L << 53) - 1, -(1L << 53), -1, 0, 1, 10, 9, 1L << 53, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue];
        SyncItem[] items = [.. ids.Select(static (id, index) => Items.Item($"{id}", index + 1, new CounterSync { Id = id, Value = id }))];
        await ApplyAsync(items);
        await StoredAsync(Items.Of<CounterSync>(), items);
        SyncItem[] changed = [.. ids.Select(static (id, index) => index % 2 == 0 ? Items.Gone<CounterSync>($"{id}", index + 100) : Items.Item($"{id}", index + 100, new CounterSync { Id = id, Value = index }))];
        await ApplyAsync(changed);
        await StoredAsync(Items.Of<CounterSync>(), changed);
    }

    [ServerFact]
    public async Task Guids_are_ids()
    {
        await PrepareAsync();
        Guid[] ids = [Guid.Empty, Guid.AllBitsSet, new("00112233-4455-6677-8899-aabbccddeeff"), new("33221100-5544-7766-8899-aabbccddeeff")];
        SyncItem[] items = [.. ids.Select(static (id, index) => Items.Item(id.ToString(), index + 1, new BeaconSync { Id = id, Name = $"{index}" }))];
        await ApplyAsync(items);
        await StoredAsync(Items.Of<BeaconSync>(), items);
        SyncItem[] changed = [Items.Gone<BeaconSync>(ids[2].ToString(), 100), Items.Item(ids[3].ToString(), 101, new BeaconSync { Id = ids[3], Name = null })];
        await ApplyAsync(changed);
        await StoredAsync(Items.Of<BeaconSync>(), items[0], items[1], changed[0], changed[1]);
    }

    [ServerFact]
    public async Task Links_hold_ids_of_every_kind()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        Note note = await hive.Hive.Notes.AddAsync(new Note { Id = "N/1 🐝", Title = "n" });
        Counter counter = await hive.Hive.Counters.AddAsync(new Counter { Id = long.MaxValue });
        Beacon beacon = await hive.Hive.Beacons.AddAsync(new Beacon { Id = Guid.AllBitsSet });
        await hive.Hive.Everythings.AddAsync([new Everything { Note = note.Id, Counter = counter.Id, Beacon = beacon.Id }, new Everything()]);
        Leaf above = await hive.Hive.Leaves.AddAsync(new Leaf { Note = note.Id });
        await hive.Hive.Leaves.AddAsync(new Leaf { Note = note.Id, Above = above.Id });
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
    }
}
