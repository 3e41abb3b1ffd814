using HiveGen.TestModels;
using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class RemoveTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private Person author = null!;

    public async Task InitializeAsync() => author = await hive.WriteAsync("a", "b", "c");

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_remove_says_whether_there_was_a_record()
    {
        string id = hive.Articles.Where(p => p.Title == "a").Single().Id;
        Assert.True(await hive.Articles.RemoveAsync(id));
        Assert.False(await hive.Articles.RemoveAsync(id));
        Assert.Equal(2, hive.Articles.All().Count());
    }

    [Fact]
    public async Task A_remove_by_filter_says_how_many()
    {
        Assert.Equal(2, await hive.Articles.Where(p => p.Title != "a").RemoveAsync());
        Assert.Equal(0, await hive.Articles.Where(p => p.Title.In()).RemoveAsync());
        Assert.Equal("a", hive.Articles.All().Single().Title);
    }

    [Fact]
    public async Task Everything_is_removed_only_by_saying_all()
    {
        Assert.Equal(3, await hive.Articles.All().RemoveAsync());
        Assert.Equal(0, hive.Articles.All().Count());
    }

    [Fact]
    public async Task Links_act_as_the_model_says()
    {
        Person editor = await hive.People.AddAsync(new Person { Name = "editor" });
        await hive.Articles.All().SetAsync(new ArticleChanges { Editor = editor.Id });
        Assert.True(await hive.People.RemoveAsync(editor.Id));
        Assert.All(hive.Articles.All().ToList(), static r => Assert.Null(r.Editor));
        Assert.Equal(1, await hive.People.Where(p => p.Id == author.Id).RemoveAsync());
        Assert.Equal(0, hive.Articles.All().Count());
    }

    [Fact]
    public async Task A_record_that_is_still_linked_to_stays_and_says_so()
    {
        await using GeneratedHive generated = new();
        Account account = await generated.Hive.Accounts.AddAsync(new Account { Email = "ada@example.com" });
        await generated.Hive.Memberships.AddAsync(new Membership { Account = account.Id, Team = "red" });
        Func<Task>[] removes =
        [
            async () => await generated.Hive.Accounts.RemoveAsync(account.Id),
            async () => await generated.Hive.Accounts.All().RemoveAsync(),
            async () => await generated.Hive.BatchAsync(batch => batch.Remove<Account>(account.Id)),
        ];
        foreach (Func<Task> remove in removes)
        {
            HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(remove);
            Assert.StartsWith("The record is still linked to. Remove the records that link to it", error.Message, StringComparison.Ordinal);
            Assert.Equal(787, error.SqliteCode);
        }

        Assert.Equal((1, 1), (generated.Hive.Accounts.All().Count(), generated.Hive.Memberships.All().Count()));
    }
}
