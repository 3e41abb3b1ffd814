using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookCancelTests
{
    [Theory]
    [InlineData(HookPoints.BeforeAdd)]
    [InlineData(HookPoints.Add)]
    [InlineData(HookPoints.AfterAdd)]
    public async Task A_refusal_reaches_the_caller_with_its_reason_and_nothing_of_the_batch_is_written(HookPoints point)
    {
        Script script = new Script().On<Article>(point, static e =>
        {
            ((WritingEvent)e).Enqueue("mail", "{}");
            ((WritingEvent)e).Cancel("not today");
        }).On<Person>(HookPoints.FollowingAdd);
        HookedDatabase hooked = new(script);
        HiveCanceledException error = await Assert.ThrowsAsync<HiveCanceledException>(async () => await hooked.Hive.BatchAsync(b =>
        {
            b.Add(new Person { Id = "p", Name = "a" });
            b.Enqueue("mail", "{}");
            b.Add(new Article { Author = "p", Title = "t" });
        }));
        Assert.Equal("not today", error.Message);
        Assert.Equal("Article." + point, error.Hook.ToString());
        Assert.Equal(0, hooked.Hive.People.All().Count());
        Assert.Equal(0, hooked.Jobs);
        Assert.Equal(0, script.Scopes);
        await hooked.DisposeAsync();
        Assert.DoesNotContain("Person.FollowingAdd", script.Trace);
    }

    [Fact]
    public async Task A_refusal_cannot_be_swallowed_by_the_hook()
    {
        Script script = new Script().On<Person>(HookPoints.BeforeRemove, static e =>
        {
            try
            {
                ((WritingEvent)e).Cancel("no");
            }
            catch (HiveException)
            {
                return;
            }
        });
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await Assert.ThrowsAsync<HiveCanceledException>(async () => await hooked.Hive.People.RemoveAsync(stored.Id));
        Assert.NotNull(hooked.Hive.People.Get(stored.Id));
    }

    [Fact]
    public async Task Any_other_exception_reaches_the_caller_as_it_is_and_nothing_is_written()
    {
        FormatException thrown = new("mine");
        Script script = new Script().OnAsync<Person>(HookPoints.AfterSet, async _ =>
        {
            await Task.Yield();
            throw thrown;
        });
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.Same(thrown, await Assert.ThrowsAsync<FormatException>(async () => await hooked.Hive.People.SetAsync(stored.Id, new() { Name = "b" })));
        Assert.Equal("a", hooked.Hive.People.Get(stored.Id)!.Name);
        Assert.Equal(0, script.Scopes);
    }

    [Fact]
    public async Task The_callers_token_reaches_the_hook()
    {
        using CancellationTokenSource source = new();
        CancellationToken seen = default;
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd, e => seen = e.CancellationToken));
        await hooked.Hive.People.AddAsync(new Person { Name = "a" }, source.Token);
        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public async Task Jobs_of_hooks_are_stored_with_the_operation()
    {
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd | HookPoints.Add | HookPoints.AfterAdd, static e => ((WritingEvent)e).Enqueue("mail", "{}")));
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.Equal(3, hooked.Jobs);
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hooked.Hive.People.AddAsync(new Person { Name = "a" }));
        Assert.Equal(3, hooked.Jobs);
    }
}
