using HiveGen.Tests.Models;
using HiveGen.Tests.Queries;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class FirstTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private IReadOnlyList<Article> all = [];

    public async Task InitializeAsync() => all = await Samples.AddAsync(hive, 40, seed: 6);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_of_the_order_is_set_and_comes_back_as_stored()
    {
        Article expected = all.OrderByDescending(static r => r.Views).ThenByDescending(static r => r.Id, StringComparer.Ordinal).First();
        Article? set = await hive.Articles.OrderByDescending(static p => p.Views).SetFirstAsync(new ArticleChanges { Body = "claimed" });
        Assert.Equal((expected.Id, "claimed", expected.Views), (set!.Id, set.Body, set.Views));
        Assert.Equal(expected.Id, Assert.Single(hive.Articles.Where(static p => p.Body == "claimed").ToList()).Id);
    }

    [Fact]
    public async Task The_first_of_the_order_is_removed_and_comes_back_as_it_was()
    {
        Article expected = all.Where(static r => r.Live).OrderBy(static r => r.Views).ThenBy(static r => r.Id, StringComparer.Ordinal).First();
        Article? removed = await hive.Articles.Where(static p => p.Live).OrderBy(static p => p.Views).RemoveFirstAsync();
        Assert.Equal((expected.Id, expected.Title), (removed!.Id, removed.Title));
        Assert.Equal(39, hive.Articles.All().Count());
        Assert.Null(hive.Articles.Get(expected.Id));
    }

    [Fact]
    public async Task Without_an_order_it_is_one_of_the_filter()
    {
        Article? set = await hive.Articles.Where(static p => p.Live).SetFirstAsync(new() { Body = "one" });
        Assert.True(set!.Live);
        Assert.Equal(1, hive.Articles.Where(static p => p.Body == "one").Count());
        Article? removed = await hive.Articles.Where(static p => p.Body == "one").RemoveFirstAsync();
        Assert.Equal(set.Id, removed!.Id);
    }

    [Fact]
    public async Task Where_there_is_none_nothing_is_written()
    {
        Assert.Null(await hive.Articles.Where(static p => p.Body == "nowhere").SetFirstAsync(new() { Views = 9 }));
        Assert.Null(await hive.Articles.Where(static p => p.Body == "nowhere").RemoveFirstAsync());
        Assert.Equal(40, hive.Articles.All().Count());
    }

    [Fact]
    public async Task Nothing_to_set_gives_the_record_as_it_is()
    {
        Article expected = all.OrderBy(static r => r.Id, StringComparer.Ordinal).First();
        Assert.Equal(expected.Id, (await hive.Articles.OrderBy(static p => p.Id).SetFirstAsync(new ArticleChanges()))!.Id);
    }

    [Fact]
    public async Task Callers_at_once_never_get_the_same_record()
    {
        Task<Article?>[] claims = [.. Enumerable.Range(0, 60).Select(_ => Task.Run(async () => await hive.Articles.Where(static p => p.Body != "claimed").SetFirstAsync(new() { Body = "claimed" })))];
        Article?[] claimed = await Task.WhenAll(claims).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(40, claimed.OfType<Article>().Select(static r => r.Id).Distinct().Count());
        Assert.Equal(20, claimed.Count(static r => r is null));
    }
}
