using System.Text.RegularExpressions;

namespace HiveGen.Targets.Conformance;

/// <summary>Tables that are missing, and models that gain fields.</summary>
public abstract class SchemaFacts(TargetProbe probe) : ConformanceTests(probe)
{
    private static readonly SyncModel Before = ModelBefore("growing");
    private static readonly SyncModel After = Items.Of<GrowingSync>();

    [ServerFact]
    public async Task Preparing_again_changes_nothing()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5));
        await PrepareAsync();
        await Open().PrepareAsync(Items.Models, CancellationToken.None);
        await ApplyAsync(Items.Note("n2", 6));
        await StoredAsync(Items.Note("n1", 5), Items.Note("n2", 6));
    }

    [ServerFact]
    public async Task Two_apps_may_prepare_at_the_same_time()
    {
        if (!Probe.MakesSchema)
        {
            await Probe.DeployAsync(Items.Models);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Open()).Select(static target => target.PrepareAsync(Items.Models, CancellationToken.None).AsTask()));
        await ApplyAsync(Items.Note("n1", 5));
        await StoredAsync(Items.Note("n1", 5));
    }

    [ServerFact]
    public async Task A_missing_table_is_a_schema_failure_that_preparing_heals()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5));
        await Probe.DropAsync(Items.Notes);
        if (Probe.MissesTables)
        {
            TargetException missing = await Assert.ThrowsAsync<TargetException>(() => SendAsync(Items.Note("n2", 6)));
            Assert.Equal(TargetFailure.Schema, missing.Failure);
        }

        await PrepareAsync();
        await ApplyAsync(Items.Note("n2", 6));
        Assert.Contains(RowText.Of(Items.Note("n2", 6)), await RowsAsync());
    }

    [ServerFact]
    public async Task The_dispatcher_goes_on_when_a_missing_table_is_there_again()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(new Note { Title = "before" });
        await hive.ArriveAsync();
        await Probe.DropAsync(Items.Notes);
        Note note = await hive.Hive.Notes.AddAsync(new Note { Title = "after" });
        if (!Probe.MakesSchema)
        {
            await hive.UntilAsync(static status => status is { State: TargetState.Retrying, Reason: not null });
            await Probe.DeployAsync(Items.Models);
        }

        await hive.ArriveAsync();
        Assert.Contains(await Probe.ReadAsync(Items.Notes), row => row.RecordId == note.Id);
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
    }

    [ServerFact]
    public async Task A_model_that_gains_fields_keeps_its_rows()
    {
        await PrepareAsync(Before);
        SyncItem old = new(Before, SqlValue.From("g1"), "g1", 5, Items.Home, new Before.GrowingSync { Id = "g1", Name = "old" });
        await ApplyAsync(old);
        SyncItem grown = Items.Item("g2", 6, new GrowingSync { Id = "g2", Name = "new", Nickname = "nick", Plan = "pro", Points = 7 });
        await PrepareAsync(After);
        HiveTarget target = Open();
        await target.PrepareAsync([After], CancellationToken.None);
        Assert.Equal([new ItemOutcome(ItemStatus.Applied)], await target.SendAsync(new SendBatch([grown], null), CancellationToken.None));
        // A row of before has no value for what came since, until its record is sent again.
        StoredRow before = (await Probe.ReadAsync(Before)).Single(static row => row.RecordId == "g1");
        Assert.Equal(RowText.Of(old), RowText.Of(Before, before));
        Assert.Contains(RowText.Of(grown), await RowsAsync(After));
    }

    [ServerFact]
    public async Task A_column_of_another_type_holds_the_target_up_with_words_and_costs_no_record()
    {
        await PrepareAsync();
        SyncModel after = Items.Of<ChangingSync>();
        await Probe.DropAsync(after);
        await PrepareAsync(ModelBefore("changing"));
        if (!Probe.MakesSchema)
        {
            await Probe.DeployAsync(Items.Models);
        }

        HiveTarget target = Open();
        if (!Probe.TypesColumns)
        {
            await target.PrepareAsync(Items.Models, CancellationToken.None);
            return;
        }

        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, told.Failure);
        Match types = Regex.Match(told.Message, "^The column \"value\" of \"changing\" is (\\w+) here, and the app now sends (\\w+)\\. Give it that type");
        Assert.True(types.Success && types.Groups[1].Value != types.Groups[2].Value, told.Message);

        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(new Note { Title = "waits" });
        await hive.Hive.Changings.AddAsync(new Changing { Value = 7 });
        TargetStatus held = await hive.UntilAsync(static status => status is { State: TargetState.Retrying, Reason: not null });
        Assert.Contains("\"value\" of \"changing\"", held.Reason, StringComparison.Ordinal);
        await Probe.DropAsync(after);
        if (!Probe.MakesSchema)
        {
            await Probe.DeployAsync(Items.Models);
        }

        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
    }

    [ServerFact]
    public async Task An_app_of_before_goes_on_beside_one_of_after()
    {
        await PrepareAsync(Before);
        HiveTarget newer = Open();
        if (!Probe.MakesSchema)
        {
            await Probe.DeployAsync([After]);
        }

        await newer.PrepareAsync([After], CancellationToken.None);
        SyncItem old = new(Before, SqlValue.From("g1"), "g1", 5, Items.Home, new Before.GrowingSync { Id = "g1", Name = "old" });
        await ApplyAsync(old);
        Assert.Equal(RowText.Of(old), RowText.Of(Before, Assert.Single(await Probe.ReadAsync(Before))));
    }

    private static SyncModel ModelBefore(string name) => Conformance.Before.Hive.Schema.Synced.Single(model => model.Name == name);
}
