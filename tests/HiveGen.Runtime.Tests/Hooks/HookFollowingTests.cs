using HiveGen.Tests.Models;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookFollowingTests
{
    [Fact]
    public async Task It_sees_the_records_as_committed_and_as_they_were_in_the_same_order()
    {
        List<(string[] Previous, string[] Now)> seen = [];
        Script script = new Script()
            .On<Person>(HookPoints.FollowingAdd, e => Note(((FollowingAddEvent<Person>)e).PreviousRecords, ((FollowingAddEvent<Person>)e).Records))
            .On<Person>(HookPoints.FollowingSet, e => Note(((FollowingSetEvent<Person, PersonChanges>)e).PreviousRecords, ((FollowingSetEvent<Person, PersonChanges>)e).Records))
            .On<Person>(HookPoints.FollowingRemove, e => Note(((FollowingRemoveEvent<Person>)e).PreviousRecords, ((FollowingRemoveEvent<Person>)e).Records));
        await using HookedDatabase hooked = new(script);
        PersonSet people = hooked.Hive.People;
        await people.AddAsync([new Person { Id = "2", Name = "b" }, new Person { Id = "1", Name = "a" }]);
        await script.FollowedAsync();
        await people.SetAsync("1", new() { Name = "c" });
        await script.FollowedAsync();
        await people.All().RemoveAsync();
        await script.FollowedAsync();
        Assert.Equal([], seen[0].Previous);
        Assert.Equal(["2b", "1a"], seen[0].Now);
        Assert.Equal(["1a"], seen[1].Previous);
        Assert.Equal(["1c"], seen[1].Now);
        Assert.Equal(["1c", "2b"], seen[2].Previous.Order());
        Assert.Equal([], seen[2].Now);

        void Note(IReadOnlyList<Person> previous, IReadOnlyList<Person> now) => seen.Add(([.. previous.Select(static p => p.Id + p.Name)], [.. now.Select(static p => p.Id + p.Name)]));
    }

    [Fact]
    public async Task A_set_of_many_pairs_each_record_with_its_own_past()
    {
        bool paired = false;
        Script script = new Script().On<Article>(HookPoints.FollowingSet, e =>
        {
            FollowingSetEvent<Article, ArticleChanges> set = (FollowingSetEvent<Article, ArticleChanges>)e;
            paired = set.Records.Count == 200 && set.Records.Zip(set.PreviousRecords).All(static pair => pair.First.Id == pair.Second.Id && pair.First.Views == pair.Second.Views + 1) && set.Changes.Views.IsExpression;
        });
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.WriteAsync([.. Enumerable.Range(0, 200).Select(static i => "t" + i)]);
        Assert.Equal(200, await hooked.Hive.Articles.Where(p => p.Title >= "t").SetAsync(p => new() { Views = p.Views + 1 }));
        await script.FollowedAsync();
        Assert.True(paired);
    }

    [Fact]
    public async Task A_removal_whose_records_cannot_be_read_for_it_removes_nothing()
    {
        await using HookedDatabase hooked = new(new Script().On<Article>(HookPoints.FollowingRemove));
        await hooked.Hive.WriteAsync("a");
        await hooked.Hive.Sql.WriteAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "UPDATE \"articles\" SET \"day\" = 'no day'";
            command.ExecuteNonQuery();
        });
        await Assert.ThrowsAsync<FormatException>(async () => await hooked.Hive.Articles.All().RemoveAsync());
        Assert.Equal(1, hooked.Hive.Articles.All().Count());
    }

    [Fact]
    public async Task Nobody_waits_for_it()
    {
        TaskCompletionSource release = new();
        Script script = new Script().OnAsync<Person>(HookPoints.FollowingAdd, async _ => await release.Task);
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.NotNull(hooked.Hive.People.Get(stored.Id));
        release.SetResult();
        await script.FollowedAsync();
    }

    [Fact]
    public async Task Its_failure_is_logged_and_counted_and_reaches_nobody()
    {
        Script script = new Script().On<Person>(HookPoints.FollowingRemove, static e =>
        {
            ((FollowingEvent)e).WaitUntil(Task.FromException(new FormatException("later")));
            throw new FormatException("now");
        });
        HookedDatabase hooked = new(script);
        await using (hooked)
        {
            await hooked.Hive.People.AddAsync(new Person { Name = "a" });
            Assert.Equal(1, await hooked.Hive.People.All().RemoveAsync());
        }

        Assert.Equal(2, hooked.Measured["hive.hooks.failed Person.FollowingRemove"]);
        Assert.Equal(["later", "now"], hooked.Log.Entries.Where(static entry => entry.Level == LogLevel.Error).Select(static entry => entry.Exception!.Message).Order());
        Assert.Equal(0, script.Scopes);
    }

    [Fact]
    public async Task It_follows_nothing_when_nothing_was_written()
    {
        Script script = new Script().On<Person>(HookPoints.FollowingAdd | HookPoints.FollowingSet | HookPoints.FollowingRemove);
        await using (HookedDatabase hooked = new(script))
        {
            PersonSet people = hooked.Hive.People;
            await people.SetAsync("none", new() { Name = "x" });
            await people.RemoveAsync("none");
            await people.AddAsync(new Person { Id = "p", Name = "a" });
            await people.SetAsync("p", new());
            await Assert.ThrowsAsync<HiveConstraintException>(async () => await people.AddAsync(new Person { Name = "a" }));
        }

        Assert.Equal(["Person.FollowingAdd"], script.Trace);
        Assert.Equal(0, script.Scopes);
    }

    [Fact]
    public async Task Closing_waits_for_it_and_for_what_it_handed_over()
    {
        bool done = false;
        HookedDatabase? hooked = null;
        TaskCompletionSource release = new();
        Script script = new Script().On<Person>(HookPoints.FollowingAdd, e => ((FollowingEvent)e).WaitUntil(Later()));
        hooked = new HookedDatabase(script);
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await script.FollowedAsync();
        Task closed = hooked.DisposeAsync().AsTask();
        Assert.False(closed.IsCompleted);
        release.SetResult();
        await closed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(done);

        async Task Later()
        {
            await release.Task;
            Assert.Equal(1, hooked!.Hive.People.All().Count());
            done = true;
        }
    }

    [Fact]
    public async Task Closing_waits_for_what_its_work_starts_meanwhile()
    {
        HookedDatabase? hooked = null;
        TaskCompletionSource first = Signal(), started = Signal(), second = Signal();
        Script script = new Script().On<Person>(HookPoints.FollowingAdd, e => ((FollowingEvent)e).WaitUntil(FirstAsync())).On<Person>(HookPoints.FollowingSet, e => ((FollowingEvent)e).WaitUntil(LastAsync()));
        hooked = new HookedDatabase(script);
        await hooked.Hive.People.AddAsync(new Person { Id = "p", Name = "a" });
        await script.FollowedAsync();
        Task closed = hooked.DisposeAsync().AsTask();
        first.SetResult();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Eventually.StaysOpenAsync(closed);
        second.SetResult();
        await closed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, hooked.Measured["hive.wait_until.dropped"]);

        async Task FirstAsync()
        {
            await first.Task;
            await hooked!.Hive.People.SetAsync("p", new() { Name = "b" });
        }

        async Task LastAsync()
        {
            started.SetResult();
            await second.Task;
        }

        static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [Fact]
    public async Task Closing_waits_no_longer_than_its_deadline_and_then_cancels()
    {
        CancellationToken token = default;
        Script script = new Script().On<Person>(HookPoints.FollowingAdd, e =>
        {
            token = e.CancellationToken;
            ((FollowingEvent)e).WaitUntil(new TaskCompletionSource().Task);
        });
        HookedDatabase hooked = new(script);
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await script.FollowedAsync();
        Assert.True(hooked.Measured.Gauge("hive.wait_until.running") >= 1); // the hook itself may not have been counted out yet
        FakeTimeProvider clock = hooked.Hive.Clock;
        DateTimeOffset begin = clock.GetUtcNow();
        DateTimeOffset? cancelled = null;
        await using CancellationTokenRegistration registration = token.Register(() => cancelled = clock.GetUtcNow());
        await clock.RunUntilAsync(hooked.DisposeAsync().AsTask());
        Assert.Equal(begin.AddSeconds(30), cancelled);
        Assert.Equal(1, hooked.Measured["hive.wait_until.dropped Person.FollowingAdd"]);
        Assert.Contains(hooked.Log.Entries, static entry => entry.Level == LogLevel.Warning && entry.Text.Contains("work behind Person.FollowingAdd has not ended", StringComparison.Ordinal));
    }
}
