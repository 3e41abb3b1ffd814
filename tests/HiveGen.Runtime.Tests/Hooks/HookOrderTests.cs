using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookOrderTests
{
    private const HookPoints Everything = (HookPoints)0xFFF;

    private readonly Script script = new Script().On<Person>(Everything).On<Article>(Everything);

    [Fact]
    public async Task The_four_stages_of_an_add_run_in_order()
    {
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        await script.FollowedAsync();
        Assert.Equal(["Person.BeforeAdd", "Person.Add", "Person.AfterAdd", "Person.FollowingAdd"], script.Trace);
        Assert.Equal("a", hooked.Hive.People.Get(stored.Id)!.Name);
    }

    [Fact]
    public async Task The_four_stages_of_sets_and_removes_run_in_order()
    {
        await using HookedDatabase hooked = new(new Script().On<Person>(Everything & ~(HookPoints)0xF));
        PersonSet people = hooked.Hive.People;
        Person stored = await people.AddAsync(new Person { Name = "a" });
        Assert.Equal("b", (await people.SetAsync(stored.Id, new() { Name = "b" }))!.Name);
        await hooked.Script.FollowedAsync();
        Assert.Equal(1, await people.Where(p => p.Name == "b").SetAsync(new PersonChanges { Name = "c" }));
        await hooked.Script.FollowedAsync();
        Assert.True(await people.RemoveAsync(stored.Id));
        await hooked.Script.FollowedAsync();
        string[] set = ["Person.BeforeSet", "Person.Set", "Person.AfterSet", "Person.FollowingSet"];
        Assert.Equal([.. set, .. set, "Person.BeforeRemove", "Person.Remove", "Person.AfterRemove", "Person.FollowingRemove"], hooked.Script.Trace);
    }

    [Fact]
    public async Task In_a_batch_every_stage_runs_for_all_before_the_next_begins()
    {
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.BatchAsync(b =>
        {
            b.Add(new Person { Id = "p", Name = "a" });
            b.Add(new Article { Author = "p", Title = "t" });
            b.Set("p", new PersonChanges { Name = "b" });
        });
        await script.FollowedAsync(3);
        Assert.Equal(
            [
                "Person.BeforeAdd", "Article.BeforeAdd", "Person.BeforeSet",
                "Person.Add", "Article.Add", "Person.Set",
                "Person.AfterAdd", "Article.AfterAdd", "Person.AfterSet",
                "Person.FollowingAdd", "Article.FollowingAdd", "Person.FollowingSet",
            ],
            script.Trace);
    }

    [Fact]
    public async Task Added_operations_run_around_the_one_that_added_them_and_through_their_own_hooks_once()
    {
        script.On<Person>(HookPoints.BeforeSet | HookPoints.Set | HookPoints.AfterSet, static e => ((WritingEvent)e).Batch.Add(new Article { Author = "p", Title = "made" }));
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.Sql.WriteAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO \"people\" VALUES ('p', 'a')";
            command.ExecuteNonQuery();
        });
        await hooked.Hive.People.SetAsync("p", new() { Name = "b" });
        await script.FollowedAsync(4);
        string[] nested = [".BeforeAdd", ".Add", ".AfterAdd"];
        Assert.Equal(
            [
                "Person.BeforeSet", .. nested.Select(static n => "Person.BeforeSet > Article" + n),
                "Person.Set", .. nested.Select(static n => "Person.Set > Article" + n),
                "Person.AfterSet", .. nested.Select(static n => "Person.AfterSet > Article" + n),
                "Person.BeforeSet > Article.FollowingAdd", "Person.Set > Article.FollowingAdd", "Person.FollowingSet", "Person.AfterSet > Article.FollowingAdd",
            ],
            script.Trace);
        Assert.Equal(3, hooked.Hive.Articles.All().Count());
    }

    [Fact]
    public async Task What_Before_adds_is_executed_before_and_what_After_adds_behind()
    {
        script.On<Article>(HookPoints.BeforeAdd, static e => ((AddEvent<Article>)e).Batch.Add(new Person { Id = "author", Name = "a" }));
        script.On<Article>(HookPoints.AfterAdd, static e => ((AddEvent<Article>)e).Batch.Set(((AddEvent<Article>)e).Records[0].Id, new ArticleChanges { Editor = "author", Views = 9 }));
        await using HookedDatabase hooked = new(script);
        Article stored = await hooked.Hive.Articles.AddAsync(new Article { Author = "author", Title = "t" }); // its link leads nowhere unless Before ran first
        Assert.Equal(9, hooked.Hive.Articles.Get(stored.Id)!.Views);
    }
}
