using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class QueryTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();

    public async Task InitializeAsync() => await hive.WriteAsync("c", "a", "b");

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void Order_and_take_give_the_first_of_the_order()
    {
        Assert.Equal(["a", "b"], hive.Articles.OrderBy(p => p.Title).Take(2).ToList().Select(static r => r.Title));
        Assert.Equal(["c", "b"], hive.Articles.OrderByDescending(p => p.Title).Take(2).ToList().Select(static r => r.Title));
        Assert.Empty(hive.Articles.All().Take(0).ToList());
    }

    [Fact]
    public void Count_and_exists_mind_the_limit()
    {
        Assert.Equal(3, hive.Articles.All().Count());
        Assert.Equal(2, hive.Articles.All().Take(2).Count());
        Assert.False(hive.Articles.All().Take(0).Exists());
        Assert.True(hive.Articles.Where(p => p.Title == "a").Take(5).Exists());
    }

    [Fact]
    public void First_is_the_first_of_the_order()
    {
        Assert.Equal("a", hive.Articles.OrderBy(p => p.Title).First().Title);
        Assert.Null(hive.Articles.Where(p => p.Title == "z").FirstOrDefault());
        Assert.Throws<InvalidOperationException>(() => hive.Articles.Where(p => p.Title == "z").First());
        Assert.Null(hive.Articles.All().Take(0).FirstOrDefault());
    }

    [Fact]
    public void Single_refuses_more_than_one()
    {
        Assert.Equal("a", hive.Articles.Where(p => p.Title == "a").Single().Title);
        Assert.Null(hive.Articles.Where(p => p.Title == "z").SingleOrDefault());
        Assert.Throws<InvalidOperationException>(() => hive.Articles.Where(p => p.Title == "z").Single());
        Assert.Throws<InvalidOperationException>(() => hive.Articles.All().SingleOrDefault());
    }

    [Fact]
    public void Where_narrows_what_is_there_already()
    {
        Assert.Equal("b", hive.Articles.Where(p => p.Title > "a").Where(p => p.Title < "c").Single().Title);
        Assert.Equal("b", hive.Articles.OrderBy(p => p.Title).Where(p => p.Title > "a").First().Title);
    }

    [Fact]
    public async Task A_query_reads_afresh_each_time()
    {
        FilteredQuery<Article, ArticleColumns, ArticleChanges> query = hive.Articles.Where(p => p.Views > 0);
        Assert.Equal(0, query.Count());
        await hive.Articles.All().SetAsync(new ArticleChanges { Views = 1 });
        Assert.Equal(3, query.Count());
    }
}
