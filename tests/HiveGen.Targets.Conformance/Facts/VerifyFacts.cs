namespace HiveGen.Targets.Conformance;

/// <summary>The comparison of a target with the Hive.</summary>
public abstract class VerifyFacts(TargetProbe probe) : ConformanceTests(probe)
{
    [ServerFact]
    public async Task It_says_whether_it_can_be_compared()
    {
        await PrepareAsync();
        Assert.Equal(Probe.Verifies, Target.CanVerify);
        if (!Probe.Verifies)
        {
            await Assert.ThrowsAsync<NotSupportedException>(async () => await Target.ReadRowsAsync(Items.Notes, Items.Home, [], CancellationToken.None));
        }
    }

    [ServerFact]
    public async Task Every_kind_of_difference_is_found_and_mended()
    {
        await PrepareAsync();
        if (!Probe.Verifies)
        {
            return; // held to that above
        }

        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 50).Select(static i => new Note { Id = $"n{i}", Title = $"{i}", Rank = i }));
        await hive.ArriveAsync();
        Assert.True((await VerifyAsync(hive)).Equal);
        string home = (await Probe.ReadAsync(Items.Notes))[0].Home;
        long version = (await Probe.ReadAsync(Items.Notes)).Max(static row => row.Version);
        // As if it were an hour ago, so that no later change is needed to outdo it.
        await ApplyAsync(Items.Note("extra", version, home: home));
        await hive.Hive.Notes.SetAsync("n0", new Note.Changes { Title = "later" });
        await hive.Hive.Notes.SetAsync("n1", new Note.Changes { Title = "later" });
        await hive.ArriveAsync();
        version = (await Probe.ReadAsync(Items.Notes)).Max(static row => row.Version);
        await ApplyAsync(Items.Note("n2", version, "other", home: home), Items.Gone("n3", version, home));
        VerifyReport found = await VerifyAsync(hive, repair: true);
        Assert.Equal(
            ["extra Extra", "n2 Differing", "n3 Missing"],
            found.Differences.Select(static difference => $"{difference.RecordId} {difference.Kind}").Order(StringComparer.Ordinal));
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.True((await VerifyAsync(hive)).Equal);
    }

    [ServerFact]
    public async Task Rows_of_other_homes_and_ghosts_do_not_count()
    {
        await PrepareAsync();
        if (!Probe.Verifies)
        {
            return; // held to that above
        }

        await ApplyAsync(Items.Note("n1", 5), Items.Note("n2", 6, home: "hive_2"), Items.Gone("n3", 7));
        IReadOnlyList<BucketDigest> digests = await Target.DigestAsync(Items.Notes, Items.Home, 4, CancellationToken.None);
        Assert.Equal(4, digests.Count);
        Assert.Equal(1, digests.Sum(static digest => digest.Count));
        Assert.Equal(7, digests.Max(static digest => digest.MaxVersion));
        IReadOnlyList<RowDigest> rows = await Target.ReadRowsAsync(Items.Notes, Items.Home, [SqlValue.From("n1"), SqlValue.From("n2"), SqlValue.From("n3"), SqlValue.From("n4")], CancellationToken.None);
        Assert.Equal(["n1 5 False", "n3 7 True"], rows.Select(static row => $"{row.Id.Text} {row.Version} {row.Deleted}").Order(StringComparer.Ordinal));
        IReadOnlyList<RowDigest> all = await Target.ReadBucketsAsync(Items.Notes, Items.Home, 4, new HashSet<int> { 0, 1, 2, 3 }, 10, CancellationToken.None);
        Assert.Equal(rows.OrderBy(static row => row.Version), all.OrderBy(static row => row.Version));
        Assert.Equal(rows.Single(static row => !row.Deleted).Hash, digests.Single(static digest => digest.Count == 1).Hash);
    }

    [ServerFact]
    public async Task More_rows_than_the_caller_can_hold_are_not_given()
    {
        await PrepareAsync();
        if (!Probe.Verifies)
        {
            return; // held to that above
        }

        await ApplyAsync([.. Enumerable.Range(0, 20).Select(static i => Items.Note($"n{i}", i + 1))]);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(
            async () => await Target.ReadBucketsAsync(Items.Notes, Items.Home, 1, new HashSet<int> { 0 }, 19, CancellationToken.None));
        Assert.Equal(TargetFailure.TooLarge, refused.Failure);
        Assert.Equal(20, (await Target.ReadBucketsAsync(Items.Notes, Items.Home, 1, new HashSet<int> { 0 }, 20, CancellationToken.None)).Count);
    }

    private static Task<VerifyReport> VerifyAsync(SendingHive hive, bool repair = false) => hive.Hive.Sync.VerifyAsync(hive.Name, new VerifyOptions { Repair = repair });
}
