using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class SetTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private Article article = null!;

    public async Task InitializeAsync()
    {
        Person author = await hive.WriteAsync("b", "c");
        article = await hive.Articles.AddAsync(new Article { Author = author.Id, Title = "a", Views = 5, Price = 1.25m, Score = 0.5 });
        hive.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_set_changes_what_is_given_and_gives_the_stored_record()
    {
        Article? set = await hive.Articles.SetAsync(article.Id, new() { Title = "z", Body = "b", Price = null });
        Assert.Equal(("z", "b", null, 5), (set!.Title, set.Body, set.Price, set.Views));
        Assert.Equivalent(set, hive.Articles.Get(article.Id), strict: true);
        Assert.Equal(["b", "c", "z"], hive.Articles.OrderBy(p => p.Title).ToList().Select(static r => r.Title));
    }

    [Fact]
    public async Task A_set_of_a_record_that_is_not_there_gives_null() => Assert.Null(await hive.Articles.SetAsync("none", new() { Title = "z" }));

    [Fact]
    public async Task A_set_of_nothing_writes_nothing()
    {
        long commits = hive.Engine.Writer.CommitCount;
        Article? set = await hive.Articles.SetAsync(article.Id, new());
        Assert.Equivalent(article, set, strict: true);
        Assert.Equal(0, await hive.Articles.All().SetAsync(new ArticleChanges()));
        Assert.Null(await hive.Articles.SetAsync("none", new()));
        Assert.Equal(commits, hive.Engine.Writer.CommitCount);
    }

    [Fact]
    public async Task Expressions_are_computed_from_the_stored_values()
    {
        Article? set = await hive.Articles.SetAsync(article.Id, p => new() { Views = p.Views + 3, Big = p.Big - 4, Price = p.Price + 0.5m, Score = p.Score + 0.25, Rank = p.Rank + 1 });
        Assert.Equal((8, -4L, 1.75m, 0.75, null), (set!.Views, set.Big, set.Price, set.Score, set.Rank));
    }

    [Fact]
    public async Task A_set_by_filter_sets_every_record_of_it()
    {
        Assert.Equal(2, await hive.Articles.Where(p => p.Title > "a").SetAsync(p => new() { Views = p.Views + 7, Body = "x" }));
        Assert.Equal([5, 7, 7], hive.Articles.OrderBy(p => p.Title).ToList().Select(static r => r.Views));
        Assert.Equal(3, await hive.Articles.All().SetAsync(new ArticleChanges { Live = true }));
        Assert.Equal(3, hive.Articles.Where(p => p.Live).Count());
        Assert.Equal(0, await hive.Articles.Where(p => p.Title.In()).SetAsync(new ArticleChanges { Live = false }));
    }

    [Fact]
    public async Task A_hundred_concurrent_increments_are_a_hundred()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await hive.Articles.SetAsync(article.Id, p => new() { Views = p.Views + 1 }))));
        Assert.Equal(105, hive.Articles.Get(article.Id)!.Views);
    }

    [Fact]
    public async Task A_computed_value_that_its_type_cannot_hold_is_refused_and_nothing_is_written()
    {
        await hive.Articles.SetAsync(article.Id, new() { Views = int.MaxValue, Big = long.MaxValue, Price = 92233720368547758.07m });
        await Refused("Views", p => new() { Views = p.Views + 1, Title = "changed" });
        await Refused("Big", p => new() { Big = p.Big + 1, Title = "changed" });
        await Refused("Price", p => new() { Price = p.Price + 0.01m, Title = "changed" });
        Assert.Equal("a", hive.Articles.Get(article.Id)!.Title);
    }

    [Fact]
    public async Task A_computed_value_obeys_the_rules_of_its_property()
    {
        await hive.Articles.SetAsync(article.Id, new() { Rank = 999 });
        Assert.Equal(1000, (await hive.Articles.SetAsync(article.Id, p => new() { Rank = p.Rank + 1 }))!.Rank);
        await Refused("Rank", p => new() { Rank = p.Rank + 1, Title = "changed" });
        Assert.Equal("a", hive.Articles.Get(article.Id)!.Title);
    }

    [Fact]
    public async Task A_computed_value_may_be_stored_beside_values_that_broke_rules_before()
    {
        await hive.Sql.WriteAsync(connection => Execute(connection, "UPDATE \"articles\" SET \"title\" = printf('%200d', 1)"));
        Assert.Equal(6, (await hive.Articles.SetAsync(article.Id, p => new() { Views = p.Views + 1 }))!.Views);
    }

    [Fact]
    public async Task A_set_whose_record_cannot_be_read_back_writes_nothing()
    {
        await hive.Sql.WriteAsync(connection => Execute(connection, "UPDATE \"articles\" SET \"day\" = 'no day'"));
        await Assert.ThrowsAsync<FormatException>(async () => await hive.Articles.SetAsync(article.Id, new() { Title = "changed" }));
        Assert.False(hive.Articles.Where(p => p.Title == "changed").Exists());
    }

    [Fact]
    public async Task A_broken_rule_or_constraint_writes_nothing()
    {
        await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.SetAsync(article.Id, new() { Title = null! }));
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.Articles.SetAsync(article.Id, new() { Title = "z", Author = "nobody" }));
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.Articles.All().SetAsync(new ArticleChanges { Author = "nobody" }));
        Assert.Equivalent(article, hive.Articles.Get(article.Id), strict: true);
    }

    private static void Execute(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task Refused(string field, Func<ArticleColumns, ArticleChanges> changes)
    {
        HiveValidationException error = await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.SetAsync(article.Id, changes));
        Assert.Equal([field], error.Errors.Select(static e => e.Field));
        await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.Where(p => p.Id == article.Id).SetAsync(changes));
    }
}
