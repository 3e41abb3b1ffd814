using HiveGen.Queries;
using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class DeepFilterTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();

    public async Task InitializeAsync() => await hive.WriteAsync("a", "b");

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_deepest_filter_that_is_let_through_is_one_SQLite_takes(bool leftDeep)
    {
        ArticleColumns p = hive.Articles.Columns;
        Filter<Article> filter = p.Title.EndsWith("b");
        while (filter.Depth < FilterSql.MaxDepth)
        {
            filter = leftDeep ? filter | p.Views == filter.Depth : p.Views == filter.Depth | filter;
        }

        Assert.Equal("b", hive.Articles.Where(_ => filter).OrderBy(c => c.Title).Page(5).Items.Single().Title);
        Assert.Equal(1, hive.Articles.Where(_ => filter).Count());
    }

    [Fact]
    public void A_deeper_one_is_refused_in_plain_words()
    {
        Filter<Article> filter = hive.Articles.Columns.Live;
        for (int i = 0; i < 100_000; i++)
        {
            filter = !filter;
        }

        HiveException error = Assert.Throws<HiveException>(() => hive.Articles.Where(_ => filter).ToList());
        Assert.Contains("100004 levels deep", error.Message, StringComparison.Ordinal);
    }
}
