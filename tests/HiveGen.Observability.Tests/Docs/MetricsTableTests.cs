using System.Diagnostics.Metrics;
using HiveGen.Targets;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests.Docs;

public sealed class MetricsTableTests
{
    [Fact]
    public async Task The_table_of_the_documentation_is_the_instruments()
    {
        using Heard heard = new();
        await using ObservedApp app = await StartAsync();
        heard.Of(app.Meters);
        IEnumerable<string> real = heard.Instruments.Select(static one => $"{one.Name} | {Kind(one)} | {one.Unit} | {one.Description}");
        IEnumerable<string> told = DocTable.Rows("metrics.md", "instrument").Select(static cells => $"{cells[0]} | {cells[1]} | {cells[2]} | {cells[4]}");
        Assert.Equal(real.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_measured_in_a_run_with_failures_has_the_tags_of_the_table()
    {
        using Heard heard = new();
        await using ObservedApp app = await StartAsync();
        heard.Of(app.Meters);
        int tries = 0;
        app.Target.Before = batch => batch.Items.Count > 0 && tries++ == 0 ? throw new TargetException(TargetFailure.Transient, "away") : Task.CompletedTask;
        app.Target.Outcome = static item => item.RecordId switch
        {
            "retry" => new ItemOutcome(ItemStatus.Retry, "later"),
            "dead" => new ItemOutcome(ItemStatus.Permanent, "no"),
            "other" => new ItemOutcome(ItemStatus.Conflict, "another's"),
            "known" => new ItemOutcome(ItemStatus.Stale),
            _ => null,
        };
        foreach (string id in new[] { "retry", "dead", "other", "known", "fine" })
        {
            await app.Hive.Accounts.AddAsync(new Account { Id = id, Email = id + "@example.com" });
        }

        await app.Hive.BatchAsync(static batch => batch.Enqueue("nobody", "x"));
        using HttpResponseMessage refused = await app.Client.PostAsync("/sync", null);
        await heard.UntilAsync("hive.sync.sent", "hive.sync.stale", "hive.sync.conflicts", "hive.sync.dead", "hive.sync.parked", "hive.sync.failures", "hive.jobs.dead", "hive.router.requests");
        heard.Collect();
        Dictionary<string, string> told = DocTable.Rows("metrics.md", "instrument").ToDictionary(static cells => cells[0], static cells => cells[3].Replace("`", "", StringComparison.Ordinal));
        Assert.All(heard.Tags, tags => Assert.Equal(told[tags.Key], tags.Value));
    }

    [Fact]
    public async Task Two_apps_in_one_process_do_not_hear_each_other()
    {
        using Heard heard = new();
        await using ObservedApp app = await StartAsync();
        await using ObservedApp other = await StartAsync();
        heard.Of(app.Meters);
        await other.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await other.Hive.Sync.WhenIdleAsync();
        Assert.Equal(0, heard.Sum("hive.sync.sent"));
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await app.Hive.Sync.WhenIdleAsync();
        Assert.Equal(1, heard.Sum("hive.sync.sent"));
    }

    [Fact]
    public async Task From_the_commit_to_the_confirmation_is_measured()
    {
        using Heard heard = new();
        FakeTimeProvider clock = new();
        await using ObservedApp app = await ObservedApp.StartAsync(build: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        heard.Of(app.Meters);
        await app.Hive.Sync.WhenIdleAsync();
        await app.Hive.Accounts.AddAsync(new Account { Email = "first@example.com" });
        await app.Hive.Sync.WhenIdleAsync();
        app.Target.Before = _ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(60));
            return Task.CompletedTask;
        };
        double before = heard.Sum("hive.sync.end_to_end.duration");
        await app.Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await app.Hive.Sync.WhenIdleAsync();
        Assert.Equal(0.06, heard.Sum("hive.sync.end_to_end.duration") - before, 6);
        Assert.True(heard.Sum("hive.storage.commit.duration") > 0);
    }

    private static Task<ObservedApp> StartAsync()
        => ObservedApp.StartAsync(hive: static hive => hive.AddJob("other", static (_, _, _) => Task.CompletedTask), map: static app => app.MapHiveSync());

    private static string Kind(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<long> or Histogram<double> => "histogram",
        { IsObservable: true } => "gauge",
        _ => instrument.GetType().Name,
    };
}
