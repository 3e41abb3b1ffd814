using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class UpdatedAtTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private Article article = null!;
    private DateTimeOffset later;

    public async Task InitializeAsync()
    {
        Person author = await hive.WriteAsync();
        article = await hive.Articles.AddAsync(new Article { Author = author.Id, Title = "a", Views = 5 });
        hive.Clock.Advance(TimeSpan.FromMinutes(1));
        later = hive.Clock.GetUtcNow();
    }

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_change_moves_it() => Assert.Equal(later, (await hive.Articles.SetAsync(article.Id, new() { Title = "b" }))!.UpdatedAt);

    [Fact]
    public async Task A_change_to_null_moves_it()
    {
        await hive.Articles.SetAsync(article.Id, new() { Body = "b", UpdatedAt = article.UpdatedAt });
        Assert.Equal(later, (await hive.Articles.SetAsync(article.Id, new() { Body = null }))!.UpdatedAt);
    }

    [Fact]
    public async Task The_same_value_again_does_not_move_it()
        => Assert.Equal(article.UpdatedAt, (await hive.Articles.SetAsync(article.Id, p => new() { Title = "a", Body = null, Views = p.Views + 0 }))!.UpdatedAt);

    [Fact]
    public async Task An_expression_that_changes_the_value_moves_it()
        => Assert.Equal(later, (await hive.Articles.SetAsync(article.Id, p => new() { Title = "a", Views = p.Views + 1 }))!.UpdatedAt);

    [Fact]
    public async Task A_time_of_the_apps_own_wins()
    {
        DateTimeOffset own = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(own, (await hive.Articles.SetAsync(article.Id, new() { Title = "b", UpdatedAt = own }))!.UpdatedAt);
    }

    [Fact]
    public async Task A_set_by_filter_moves_it_only_where_something_changed()
    {
        Article other = await hive.Articles.AddAsync(new Article { Author = article.Author, Title = "b", UpdatedAt = article.UpdatedAt });
        await hive.Articles.All().SetAsync(new ArticleChanges { Title = "b" });
        Assert.Equal(later, hive.Articles.Get(article.Id)!.UpdatedAt);
        Assert.Equal(article.UpdatedAt, hive.Articles.Get(other.Id)!.UpdatedAt);
    }

    [Fact]
    public async Task The_creation_time_stays() => Assert.Equal(article.CreatedAt, (await hive.Articles.SetAsync(article.Id, new() { Title = "b" }))!.CreatedAt);
}
