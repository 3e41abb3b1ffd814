using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class HookTransformTests
{
    [Fact]
    public async Task Before_and_bare_may_change_and_replace_drafts_and_the_callers_object_stays()
    {
        Script script = new Script()
            .On<Person>(HookPoints.BeforeAdd, static e => ((AddEvent<Person>)e).Records[0].Name += "!")
            .On<Person>(HookPoints.Add, static e => ((AddEvent<Person>)e).Records[0] = new Person { Name = ((AddEvent<Person>)e).Records[0].Name + "?" });
        await using HookedDatabase hooked = new(script);
        Person draft = new() { Name = "a" };
        Person stored = await hooked.Hive.People.AddAsync(draft);
        Assert.Equal("a!?", hooked.Hive.People.Get(stored.Id)!.Name);
        Assert.Equal(("a", ""), (draft.Name, draft.Id));
    }

    [Fact]
    public async Task Drafts_have_their_ids_in_every_stage_even_those_a_hook_put_in()
    {
        List<string> ids = [];
        Script script = new Script()
            .On<Person>(HookPoints.BeforeAdd | HookPoints.AfterAdd, e => ids.Add(((AddEvent<Person>)e).Records[0].Id))
            .On<Person>(HookPoints.Add, static e => ((AddEvent<Person>)e).Records[0] = new Person { Name = "new" });
        await using HookedDatabase hooked = new(script);
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        Assert.All(ids, static id => Assert.StartsWith("per_", id, StringComparison.Ordinal));
        Assert.Equal(stored.Id, ids[1]);
    }

    [Fact]
    public async Task What_a_hook_writes_into_a_draft_obeys_the_rules()
    {
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd, static e => ((AddEvent<Person>)e).Records[0].Name = ""));
        await Assert.ThrowsAsync<HiveValidationException>(async () => await hooked.Hive.People.AddAsync(new Person { Name = "a" }));
        Assert.Equal(0, hooked.Hive.People.All().Count());
    }

    [Fact]
    public async Task A_draft_that_breaks_a_rule_may_be_mended_before_it_is_checked()
    {
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd, static e => ((AddEvent<Person>)e).Records[0].Name ??= "mended"));
        Assert.Equal("mended", (await hooked.Hive.People.AddAsync(new Person { Name = null! })).Name);
    }

    [Fact]
    public async Task Changes_may_be_changed_and_the_callers_object_stays()
    {
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.Set, static e => ((SetEvent<Person, PersonChanges>)e).Changes.Name = "hook"));
        Person stored = await hooked.Hive.People.AddAsync(new Person { Name = "a" });
        PersonChanges changes = new() { Name = "caller" };
        Assert.Equal("hook", (await hooked.Hive.People.SetAsync(stored.Id, changes))!.Name);
        Assert.Equal("caller", changes.Name.Value);
    }

    [Fact]
    public async Task Filters_can_be_narrowed_and_never_widened()
    {
        PersonColumns p = PersonColumns.Instance;
        Script script = new Script()
            .On<Person>(HookPoints.BeforeSet, e => ((SetEvent<Person, PersonChanges>)e).Query.Narrow(p.Name != "b"))
            .On<Person>(HookPoints.BeforeRemove, e => ((RemoveEvent<Person>)e).Query.Narrow(Filter<Person>.All))
            .On<Person>(HookPoints.Remove, e => ((RemoveEvent<Person>)e).Query.Narrow(p.Name.StartsWith("x")));
        await using HookedDatabase hooked = new(script);
        PersonSet people = hooked.Hive.People;
        await people.AddAsync([new Person { Name = "a" }, new Person { Name = "b" }]);
        Assert.Equal(1, await people.All().SetAsync(new PersonChanges { Name = "x" }));
        Assert.Equal(["b", "x"], people.OrderBy(c => c.Name).ToList().Select(static r => r.Name));
        Assert.Equal(1, await people.All().RemoveAsync());
        Assert.Equal("b", people.All().Single().Name);
    }

    [Fact]
    public async Task A_removal_can_become_a_set_of_the_same_transaction()
    {
        Script script = new Script().On<Article>(HookPoints.Remove, static e =>
        {
            RemoveEvent<Article> remove = (RemoveEvent<Article>)e;
            remove.Batch.Set(remove.Query.Filter, new ArticleChanges { Live = false });
            remove.Query.Narrow(Filter<Article>.None);
        });
        await using HookedDatabase hooked = new(script);
        await hooked.Hive.WriteAsync("a");
        await hooked.Hive.Articles.All().SetAsync(new ArticleChanges { Live = true });
        Assert.Equal(0, await hooked.Hive.Articles.All().RemoveAsync());
        Assert.False(hooked.Hive.Articles.All().Single().Live);
    }

    [Fact]
    public async Task Hooks_know_whether_more_than_one_record_may_be_meant()
    {
        List<bool> many = [];
        await using HookedDatabase hooked = new(new Script().On<Person>(HookPoints.BeforeAdd | HookPoints.BeforeSet | HookPoints.BeforeRemove, e => many.Add(e.MultipleRecords)));
        PersonSet people = hooked.Hive.People;
        Person one = await people.AddAsync(new Person { Name = "a" });
        await people.AddAsync([new Person { Name = "b" }]);
        await people.SetAsync(one.Id, new() { Name = "c" });
        await people.Where(p => p.Id == one.Id).SetAsync(new PersonChanges { Name = "c" });
        await people.RemoveAsync(one.Id);
        await people.All().RemoveAsync();
        Assert.Equal([false, true, false, true, false, true], many);
    }
}
