using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class InTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private IReadOnlyList<Article> all = [];

    public async Task InitializeAsync() => all = await Samples.AddAsync(hive, 120, seed: 2);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void An_empty_list_gives_nothing()
    {
        Same(p => p.Views.In(), r => false);
        Same(p => !p.Rank.In([]), r => true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void Any_number_of_values_is_taken(int count)
    {
        int[] values = [.. Enumerable.Range(0, count)];
        Same(p => p.Views.In(values), r => r.Views >= 0 && r.Views < count);
        Same(p => !p.Views.In(values), r => r.Views < 0 || r.Views >= count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void Texts_are_taken_as_they_stand(int filler)
    {
        string[] values = ["it's", "\"q\"", "a%c", "é", "\U0001F600", "\U0010FFFF", "x\0y", .. Enumerable.Range(0, filler).Select(static i => "no" + i)];
        Same(p => p.Title.In(values), r => values.Contains(r.Title));
        string[] withoutNul = [.. values.Where(static text => !text.Contains('\0'))];
        Same(p => p.Body.In(withoutNul), r => withoutNul.Contains(r.Body));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void Null_is_a_value_like_any_other(int filler)
    {
        int?[] values = [null, 1, .. Enumerable.Range(500, filler).Select(static i => (int?)i)];
        Same(p => p.Rank.In(values), r => values.Contains(r.Rank));
        Same(p => !p.Rank.In(values), r => !values.Contains(r.Rank));
        Same(p => p.Rank.In(null, null), r => r.Rank is null);
    }

    [Fact]
    public void Long_real_blob_guid_and_decimal_lists_are_exact()
    {
        Same(p => p.Big.In([long.MinValue, .. Enumerable.Range(1, 20).Select(static i => long.MaxValue - i)]), r => r.Big == long.MinValue);
        Same(p => p.Score.In([1.0 / 3, .. Enumerable.Range(0, 20).Select(static i => (double?)(i + 0.7))]), r => r.Score == 1.0 / 3);
        Same(p => p.Data.In([[0, 1], .. Enumerable.Range(0, 20).Select(static i => new byte[] { 9, (byte)i })]), r => r.Data is [0, 1]);
        Same(p => p.Tag.In(Samples.Tags[0]), r => r.Tag == Samples.Tags[0]);
        Same(p => p.Price.In(0.25m, -0.50m), r => r.Price is 0.25m or -0.5m);
    }

    private void Same(Func<ArticleColumns, Filter<Article>> filter, Func<Article, bool> expected)
        => Assert.Equal(all.Where(expected).Select(static r => r.Id).Order(StringComparer.Ordinal), hive.Articles.Where(filter).ToList().Select(static r => r.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task More_values_than_a_statement_takes_are_refused_in_plain_words_where_they_cannot_become_JSON()
    {
        await using TestDatabase hive = TestDatabase.Open();
        IEnumerable<double?> numbers = Enumerable.Range(0, 40_000).Select(static i => (double?)i);
        ArgumentException error = Assert.Throws<ArgumentException>(() => hive.Articles.Where(p => p.Score.In(numbers)));
        Assert.Contains("was given 40000 values, and takes 32000", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, hive.Articles.Where(p => p.Score.In(numbers.Take(32_000))).Count());
        Assert.Equal(0, hive.Articles.Where(p => p.Big.In(Enumerable.Range(0, 40_000).Select(static i => (long)i))).Count());
    }
}
