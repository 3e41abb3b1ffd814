using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookScopeTests
{
    private const HookPoints Adds = HookPoints.BeforeAdd | HookPoints.Add | HookPoints.AfterAdd | HookPoints.FollowingAdd;

    [Fact]
    public async Task The_stages_of_an_operation_share_one_scope_one_object_and_one_map()
    {
        List<int> counts = [];
        TaskCompletionSource release = new();
        Script script = new Script().OnAsync<Person>(Adds, async e =>
        {
            counts.Add((int)(e.Context["n"] = (e.Context.TryGetValue("n", out object? n) ? (int)n! : 0) + 1)!);
            if (e is FollowingEvent)
            {
                await release.Task;
            }
        });
        HookedDatabase hooked = new(script);
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.Equal(1, script.Scopes);
        release.SetResult();
        await hooked.DisposeAsync();
        Assert.Equal([1, 2, 3, 4], counts);
        Assert.Equal(1, script.Instances);
        Assert.Equal(0, script.Scopes);
    }

    [Fact]
    public async Task Two_operations_share_nothing()
    {
        List<int> seen = [];
        Script script = new Script().On<Person>(HookPoints.BeforeAdd, e =>
        {
            seen.Add(e.Context.Count);
            e.Context["x"] = 1;
        });
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.BatchAsync(static b =>
        {
            b.Add(new Person { Name = "a" });
            b.Add(new Person { Name = "b" });
        });
        Assert.Equal([0, 0], seen);
        Assert.Equal(2, script.Instances);
    }

    [Fact]
    public async Task Without_a_Following_hook_the_scope_ends_with_the_call()
    {
        Script script = new Script().On<Person>(HookPoints.BeforeAdd);
        HookedDatabase hooked = new(script);
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await hooked.DisposeAsync();
        Assert.Equal(0, script.Scopes);
        Assert.Equal(1, script.Instances);
    }

    [Fact]
    public async Task Operations_without_hooks_open_no_scope()
    {
        Script script = new Script().On<Person>(HookPoints.BeforeRemove);
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await hooked.Hive.People.SetAsync(stored.Id, new() { Name = "b" });
        Assert.Equal(0, script.Instances);
    }

    [Fact]
    public async Task Hooks_see_their_database()
    {
        HiveDatabase? seen = null;
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd, e => seen = ((ScriptedAdd<Person>)e).Client));
        await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.Same(hooked.Hive, seen);
    }

    [Fact]
    public async Task A_hive_with_hooks_and_without_services_says_what_is_missing()
    {
        await using TestDatabase hive = TestDatabase.Open(null, HookRegistration.For<ScriptedHooks<Person, PersonChanges>, Person, PersonChanges>(HookPoints.BeforeAdd, static _ => throw new InvalidOperationException()));
        HiveException error = await Assert.ThrowsAsync<HiveException>(async () => await hive.People.AddAsync(new Person { Name = "a" }));
        Assert.Contains("AddHive", error.Message, StringComparison.Ordinal);
    }
}
