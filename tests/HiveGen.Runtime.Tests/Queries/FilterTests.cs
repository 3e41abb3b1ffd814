using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class FilterTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private IReadOnlyList<Article> all = [];

    public async Task InitializeAsync() => all = await Samples.AddAsync(hive, 120, seed: 1);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void Numbers_compare_as_in_csharp()
    {
        foreach (int value in (int[])[-2, 0, 2, 7])
        {
            Same(p => p.Views == value, r => r.Views == value);
            Same(p => p.Views != value, r => r.Views != value);
            Same(p => p.Views < value, r => r.Views < value);
            Same(p => p.Views <= value, r => r.Views <= value);
            Same(p => p.Views > value, r => r.Views > value);
            Same(p => p.Views >= value, r => r.Views >= value);
            Same(p => p.Rank == value, r => r.Rank == value);
            Same(p => p.Rank != value, r => r.Rank != value);
            Same(p => p.Rank < value, r => r.Rank < value);
            Same(p => p.Rank >= value, r => r.Rank >= value);
            Same(p => p.Price > value * 0.25m, r => r.Price > value * 0.25m);
        }

        Same(p => p.Big == long.MaxValue, r => r.Big == long.MaxValue);
        Same(p => p.Big < long.MaxValue, r => r.Big < long.MaxValue);
        Same(p => p.Score == 1.0 / 3, r => r.Score == 1.0 / 3);
        Same(p => p.Score <= 0.0, r => r.Score <= 0.0);
        Same(p => p.Price == 0.50m, r => r.Price == 0.5m);
    }

    [Fact]
    public void Null_is_a_value_like_any_other()
    {
        Same(p => p.Rank == null, r => r.Rank is null);
        Same(p => p.Rank != null, r => r.Rank is not null);
        Same(p => p.Body == null, r => r.Body is null);
        Same(p => p.Body != "a", r => r.Body != "a");
        Same(p => p.Body.IsNull | p.Day.IsNotNull, r => r.Body is null || r.Day is not null);
        Same(p => p.Data == null, r => r.Data is null);
        Same(p => p.Tag != Samples.Tags[0], r => r.Tag != Samples.Tags[0]);
        Same(p => p.Editor == null, r => r.Editor is null);
        Same(p => p.Rank < null, r => false);
    }

    [Fact]
    public void Other_types_compare_as_in_csharp()
    {
        DateOnly day = new(2026, 1, 2);
        DateTimeOffset at = Samples.Start.AddSeconds(1);
        Same(p => p.Live, r => r.Live);
        Same(p => !p.Live, r => !r.Live);
        Same(p => p.Live & p.Live, r => r.Live);
        Same(p => p.Live | p.Views == 0, r => r.Live || r.Views == 0);
        Same(p => p.Day == day, r => r.Day == day);
        Same(p => p.Day > day, r => r.Day > day);
        Same(p => p.CreatedAt <= at, r => r.CreatedAt <= at);
        Same(p => p.CreatedAt == at.ToOffset(TimeSpan.FromHours(5)), r => r.CreatedAt == at);
        Same(p => p.Tag == Samples.Tags[1], r => r.Tag == Samples.Tags[1]);
        Same(p => p.Data == new byte[] { 0, 1 }, r => r.Data is [0, 1]);
        Same(p => p.Data == Array.Empty<byte>(), r => r.Data is []);
        Same(p => p.Author == "p1" & p.Editor == "p2", r => r.Author == "p1" && r.Editor is { } e && e == "p2");
    }

    [Fact]
    public void Text_is_searched_letter_by_letter()
    {
        foreach (string text in Samples.Titles)
        {
            Same(p => p.Title == text, r => r.Title == text);
            Same(p => p.Title.StartsWith(text), r => r.Title.StartsWith(text, StringComparison.Ordinal));
            Same(p => p.Title.EndsWith(text), r => r.Title.EndsWith(text, StringComparison.Ordinal));
            Same(p => p.Title.Contains(text), r => r.Title.Contains(text, StringComparison.Ordinal));
            Same(p => p.Body.StartsWith(text), r => r.Body?.StartsWith(text, StringComparison.Ordinal) == true);
            Same(p => p.Body.EndsWith(text), r => r.Body?.EndsWith(text, StringComparison.Ordinal) == true);
            Same(p => p.Body.Contains(text), r => r.Body?.Contains(text, StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public void Text_is_ordered_by_code_points()
    {
        foreach (string text in Samples.Titles)
        {
            Same(p => p.Title < text, r => CodePoints.Compare(r.Title, text) < 0);
            Same(p => p.Title >= text, r => CodePoints.Compare(r.Title, text) >= 0);
        }
    }

    [Fact]
    public void What_no_text_can_hold_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => hive.Articles.Where(p => p.Title.StartsWith(null!)));
        Assert.Throws<ArgumentNullException>(() => hive.Articles.Where(p => p.Title.EndsWith(null!)));
        Assert.Throws<ArgumentNullException>(() => hive.Articles.Where(p => p.Title.Contains(null!)));
        Assert.Throws<ArgumentException>(() => hive.Articles.Where(p => p.Title.StartsWith("a\uD83D")));
    }

    [Fact]
    public void Not_gives_exactly_the_others()
    {
        Same(p => !(p.Rank > 0), r => !(r.Rank > 0));
        Same(p => !(p.Rank > 0 & p.Live), r => !(r.Rank > 0 && r.Live));
        Same(p => !(p.Body.Contains("a") | p.Score > 0), r => !(r.Body?.Contains('a') == true || r.Score > 0));
        Same(p => !!(p.Rank == 1), r => r.Rank == 1);
        Same(p => !Filter<Article>.All, r => false);
        Same(p => !Filter<Article>.None, r => true);
    }

    [Fact]
    public void And_binds_before_or_as_in_csharp()
    {
        Same(p => p.Rank == 1 | p.Rank == 2 & p.Live, r => r.Rank == 1 || (r.Rank == 2 && r.Live));
        Same(p => (p.Rank == 1 | p.Rank == 2) & p.Live, r => (r.Rank == 1 || r.Rank == 2) && r.Live);
    }

    [Fact]
    public void All_and_none_stay_what_they_are_beside_others()
    {
        Same(p => Filter<Article>.All & p.Live, r => r.Live);
        Same(p => Filter<Article>.All | p.Live, r => true);
        Same(p => Filter<Article>.None & p.Live, r => false);
        Same(p => Filter<Article>.None | p.Live, r => r.Live);
    }

    private void Same(Func<ArticleColumns, Filter<Article>> filter, Func<Article, bool> expected)
    {
        string[] ids = [.. all.Where(expected).Select(static r => r.Id).Order(StringComparer.Ordinal)];
        FilteredQuery<Article, ArticleColumns, ArticleChanges> query = hive.Articles.Where(filter);
        Assert.Equal(ids, query.ToList().Select(static r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Length, query.Count());
        Assert.Equal(ids.Length > 0, query.Exists());
    }
}
