using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookRecursionTests
{
    [Fact]
    public async Task Two_models_whose_hooks_write_each_other_come_to_an_end()
    {
        TestDatabase? hive = null;
        int next = 0;
        Script script = new Script()
            .OnAsync<Person>(HookPoints.FollowingAdd, async _ => await hive!.Articles.AddAsync(new Article { Author = "p", Title = "t" }))
            .OnAsync<Article>(HookPoints.FollowingAdd, async _ => await hive!.People.AddAsync(new Person { Name = "n" + Interlocked.Increment(ref next) }));
        await using HookedDatabase hooked = new(script);
        hive = hooked.Hive;
        await hive.People.AddAsync(new Person { Id = "p", Name = "a" });
        await script.FollowedAsync(2);
        await ((HiveDatabase)hive).DisposeAsync();
        Assert.Equal(["Person.FollowingAdd", "Person.FollowingAdd > Article.FollowingAdd"], script.Trace);
        Assert.Equal(1, next);
    }

    [Fact]
    public async Task A_hook_that_adds_its_own_operation_runs_once()
    {
        Script script = new Script().On<Person>(HookPoints.BeforeAdd, static e => ((WritingEvent)e).Batch.Add(new Person { Name = "inner" }));
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.People.AddAsync(new Person { Name = "outer" });
        Assert.Equal(["inner", "outer"], hooked.Hive.People.OrderBy(p => p.Name).ToList().Select(static p => p.Name));
        Assert.Equal(["Person.BeforeAdd"], script.Trace);
    }

    [Fact]
    public async Task The_chain_flows_through_an_injected_database_and_ends_with_the_hook()
    {
        List<string?> parents = [];
        TestDatabase? hive = null;
        Script script = new Script()
            .OnAsync<Person>(HookPoints.BeforeAdd, async _ =>
            {
                await Task.Yield();
                await Task.Run(async () => await hive!.Articles.All().SetAsync(new ArticleChanges { Views = 1 }));
            })
            .On<Article>(HookPoints.BeforeSet, e => parents.Add(e.ParentHook?.ToString()));
        await using HookedDatabase hooked = new(script);
        hive = hooked.Hive;
        await hive.People.AddAsync(new Person { Name = "a" });
        await hive.Articles.All().SetAsync(new ArticleChanges { Views = 1 });
        Assert.Equal(["Person.BeforeAdd", null], parents);
    }
}
