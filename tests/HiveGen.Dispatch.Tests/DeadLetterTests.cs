using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class DeadLetterTests
{
    private static readonly ItemOutcome Never = new(ItemStatus.Permanent, "no");

    [Fact]
    public async Task A_record_that_is_refused_for_now_dies_only_after_its_tries_and_its_day()
    {
        int tries = 0;
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        DateTimeOffset begin = hive.Clock.GetUtcNow();
        target.Outcome = _ =>
        {
            tries++;
            return new ItemOutcome(ItemStatus.Retry, $"not now, for the {tries}. time");
        };
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", _ => tries >= 30);
        Assert.True(hive.Clock.GetUtcNow() - begin < TimeSpan.FromHours(23));
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
        await hive.DrainAsync();
        DeadLetter letter = Assert.Single(hive.Sync.ReadDead("t"));
        Assert.Equal($"not now, for the {tries}. time", letter.Error);
        Assert.Equal(tries, letter.Attempts);
        // The last try is the first after its day, and two tries are five minutes apart at most.
        TimeSpan age = letter.LastFailedAt!.Value - letter.FirstFailedAt!.Value;
        Assert.InRange(age, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
    }

    [Fact]
    public async Task A_day_alone_kills_nothing()
    {
        int tries = 0;
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.DeadAge = TimeSpan.FromSeconds(1), target);
        await hive.DrainAsync();
        target.Outcome = _ => tries++ >= 0 ? new ItemOutcome(ItemStatus.Retry, "not now") : null;
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        Assert.Equal(12, tries);
    }

    [Fact]
    public async Task They_are_listed_in_pages_retried_and_discarded_one_by_one_by_model_or_all()
    {
        LogLines log = new();
        ScriptedTarget target = new("t") { Outcome = static item => item.RecordId == "a0" ? null : Never };
        await using SyncHive hive = new(options => options.LoggerFactory = log, target);
        await hive.DrainAsync();
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 5).Select(static i => $"INSERT INTO authors VALUES ('a{i}', '{i}', '')")));
        await hive.WriteAsync("INSERT INTO books VALUES ('b1', 'a0', ''), ('b2', 'a0', '')");
        await hive.DrainAsync();

        List<string> read = [];
        IReadOnlyList<DeadLetter> page = hive.Sync.ReadDead("t", limit: 4);
        while (page.Count > 0)
        {
            read.AddRange(page.Select(static letter => $"{letter.Model}/{letter.RecordId}"));
            page = hive.Sync.ReadDead("t", limit: 4, after: page[^1]);
        }

        Assert.Equal(["authors/a1", "authors/a2", "authors/a3", "authors/a4", "books/b1", "books/b2"], read);
        Assert.Equal(["b1"], hive.Sync.ReadDead("t", "books", limit: 1).Select(static letter => letter.RecordId));

        target.Outcome = static _ => null;
        Assert.Equal(1, await hive.Sync.RetryDeadAsync("t", "authors", "a2"));
        await hive.DrainAsync();
        Assert.Equal(["authors|a0|0|", "authors|a2|2|"], target.Database.Live);
        Assert.Equal(2, await hive.Sync.RetryDeadAsync("t", "books"));
        await hive.DrainAsync();
        Assert.Equal(4, target.Database.Live.Count);

        Assert.Equal(1, await hive.Sync.DiscardDeadAsync("t", "authors", "a1"));
        Assert.Single(log.Lines, static line => line.StartsWith("Warning: [Sync] Discarded: authors a1 at change ", StringComparison.Ordinal) && line.EndsWith("for t, by request. It had failed 1 times: no", StringComparison.Ordinal));
        Assert.Equal(2, await hive.Sync.DiscardDeadAsync("t"));
        await hive.DrainAsync();
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
        Assert.Equal(4, target.Database.Live.Count);
        // Discarded is not forbidden: the next change of the record brings it.
        await hive.WriteAsync("UPDATE authors SET note = 'again' WHERE id = 'a1'");
        await hive.DrainAsync();
        Assert.Contains("authors|a1|1|again", target.Database.Live);
    }

    [Fact]
    public async Task What_is_asked_for_wrongly_is_told()
    {
        await using SyncHive hive = new(new ScriptedTarget("t"));
        Assert.Equal("There is no synced model 'Author'. There are: authors, books.", Assert.Throws<HiveException>(() => hive.Sync.ReadDead("t", "Author")).Message);
        Assert.Equal("The record 'a1' is named without its model.", (await Assert.ThrowsAsync<HiveException>(() => hive.Sync.RetryDeadAsync("t", recordId: "a1"))).Message);
        Assert.Equal("'' is no id of 'authors'.", (await Assert.ThrowsAsync<HiveException>(() => hive.Sync.DiscardDeadAsync("t", "authors", ""))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => hive.Sync.ReadDead("t", limit: 0));
    }

    [Fact]
    public async Task A_dead_record_is_not_sent_again_by_a_restart_but_by_a_newer_change()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database) { Outcome = static _ => Never });
        await hive.DrainAsync();
        // Nothing is trimmed, and the Hive forgets how far it had come.
        await hive.WriteAsync("INSERT INTO _hive_target VALUES ('slow', 0, 1, NULL)");
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync("UPDATE _hive_target SET seq = 0 WHERE name = 't'");
        ScriptedTarget second = new("t", database);
        await hive.ReopenAsync(second);
        await hive.DrainAsync();
        Assert.Empty(second.Sent);
        Assert.Equal(1, hive.Sync.Status.Targets[0].Dead);
        await hive.WriteAsync("UPDATE authors SET note = 'mended' WHERE id = 'a1'");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
    }

    [Fact]
    public async Task They_are_never_deleted_by_age()
    {
        ScriptedTarget target = new("t") { Outcome = static item => item.RecordId == "a1" ? Never : null };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        for (int year = 0; year < 3; year++)
        {
            await hive.Sync.StopAsync();
            hive.Clock.Advance(TimeSpan.FromDays(365));
            await hive.AddAuthorAsync($"b{year}");
            await hive.DrainAsync();
        }

        Assert.Equal("a1", Assert.Single(hive.Sync.ReadDead("t")).RecordId);
    }
}
