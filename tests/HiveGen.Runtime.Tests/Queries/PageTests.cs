using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class PageTests
{
    private static readonly (Func<ArticleColumns, Column<Article>> Column, Comparison<Article> Compare)[] Orders =
    [
        (static p => p.Id, static (a, b) => string.CompareOrdinal(a.Id, b.Id)),
        (static p => p.Title, static (a, b) => CodePoints.Compare(a.Title, b.Title)),
        (static p => p.Body, static (a, b) => CodePoints.Compare(a.Body, b.Body)),
        (static p => p.Views, static (a, b) => a.Views.CompareTo(b.Views)),
        (static p => p.Rank, static (a, b) => Nullable.Compare(a.Rank, b.Rank)),
        (static p => p.Big, static (a, b) => a.Big.CompareTo(b.Big)),
        (static p => p.Score, static (a, b) => Nullable.Compare(a.Score, b.Score)),
        (static p => p.Price, static (a, b) => Nullable.Compare(a.Price, b.Price)),
        (static p => p.Live, static (a, b) => a.Live.CompareTo(b.Live)),
        (static p => p.Day, static (a, b) => Nullable.Compare(a.Day, b.Day)),
        (static p => p.CreatedAt, static (a, b) => a.CreatedAt.CompareTo(b.CreatedAt)),
        (static p => p.Editor, static (a, b) => CodePoints.Compare(a.Editor?.Id, b.Editor?.Id)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_forward_and_backward_are_the_ordered_list(int seed)
    {
        await using TestDatabase hive = TestDatabase.Open();
        IReadOnlyList<Article> all = await Samples.AddAsync(hive, 60, seed);
        Random random = new(seed);
        for (int round = 0; round < 25; round++)
        {
            (PageableQuery<Article, ArticleColumns> query, Comparison<Article> compare) = RandomOrder(hive, random);
            string[] expected = [.. all.Order(Comparer<Article>.Create(compare)).Select(static r => r.Id)];
            int size = random.Next(1, 9);

            List<Page<Article>> pages = [query.Page(size)];
            while (pages[^1].Next is { } next)
            {
                pages.Add(query.Page(size, after: next));
            }

            Assert.Equal(expected, pages.SelectMany(static page => page.Items).Select(static r => r.Id));
            Assert.Equal(pages.Select((_, i) => i > 0), pages.Select(static page => page.HasPrevious));

            if (query is OrderedQuery<Article, ArticleColumns>)
            {
                Assert.Equal(expected, query.ToList().Select(static r => r.Id));
            }

            List<Page<Article>> back = [pages[^1]];
            while (back[0].Previous is { } previous)
            {
                back.Insert(0, query.Page(size, before: previous));
                Assert.True(back[0].HasNext);
            }

            Assert.Equal(expected, back.SelectMany(static page => page.Items).Select(static r => r.Id));
        }
    }

    [Fact]
    public async Task What_is_added_and_removed_between_two_pages_loses_and_repeats_nothing_else()
    {
        await using TestDatabase hive = TestDatabase.Open();
        Person author = await hive.WriteAsync("b", "d", "f", "h");
        OrderedQuery<Article, ArticleColumns> query = hive.Articles.OrderBy(p => p.Title);
        Page<Article> first = query.Page(2);
        await hive.Articles.RemoveAsync(first.Items[1].Id);
        await hive.Articles.AddAsync([new() { Author = author.Id, Title = "a" }, new() { Author = author.Id, Title = "e" }]);
        Page<Article> second = query.Page(3, after: first.Next);
        Assert.Equal(["e", "f", "h"], second.Items.Select(static r => r.Title));
        Assert.Equal(["a", "b"], query.Page(2, before: second.Previous).Items.Select(static r => r.Title));
    }

    [Fact]
    public async Task When_everything_behind_is_gone_the_empty_page_leads_back_to_all_before_it()
    {
        await using TestDatabase hive = TestDatabase.Open();
        await hive.WriteAsync("a", "b", "c");
        OrderedQuery<Article, ArticleColumns> query = hive.Articles.OrderBy(p => p.Title);
        string next = query.Page(2).Next!;
        await hive.Articles.Where(p => p.Title == "c").RemoveAsync();
        Page<Article> empty = query.Page(2, after: next);
        Assert.Empty(empty.Items);
        Assert.False(empty.HasNext);
        Assert.Equal(["a", "b"], query.Page(2, before: empty.Previous).Items.Select(static r => r.Title));
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_model_is_refused()
    {
        await using TestDatabase hive = TestDatabase.Open();
        await hive.WriteAsync("a", "b");
        string next = hive.Articles.OrderBy(p => p.Title).Page(1).Next!;
        Assert.Throws<HiveCursorException>(() => hive.Articles.OrderByDescending(p => p.Title).Page(1, after: next));
        Assert.Throws<HiveCursorException>(() => hive.Articles.OrderBy(p => p.Views).Page(1, before: next));
        Assert.Throws<HiveCursorException>(() => hive.People.All().Page(1, after: next));
        Assert.Throws<HiveCursorException>(() => hive.Articles.OrderBy(p => p.Title).Page(1, after: "x"));
        Assert.Throws<ArgumentException>(() => hive.Articles.OrderBy(p => p.Title).Page(1, after: next, before: next));
        Assert.Throws<ArgumentOutOfRangeException>(() => hive.Articles.All().Page(0));
    }

    private static (PageableQuery<Article, ArticleColumns> Query, Comparison<Article> Compare) RandomOrder(TestDatabase hive, Random random)
    {
        int columns = random.Next(0, 4);
        if (columns == 0)
        {
            return (hive.Articles.All(), Orders[0].Compare);
        }

        OrderedQuery<Article, ArticleColumns>? query = null;
        List<(Comparison<Article> Compare, int Sign)> terms = [];
        for (int i = 0; i < columns; i++)
        {
            (Func<ArticleColumns, Column<Article>> column, Comparison<Article> compare) = Orders[random.Next(Orders.Length)];
            bool descending = random.Next(2) == 0;
            query = (query, descending) switch
            {
                (null, false) => hive.Articles.OrderBy(column),
                (null, true) => hive.Articles.OrderByDescending(column),
                (_, false) => query.ThenBy(column),
                (_, true) => query.ThenByDescending(column),
            };
            bool repeated = terms.Any(term => term.Compare == compare);
            terms.Add((compare, repeated ? 0 : descending ? -1 : 1));
        }

        terms.Add((Orders[0].Compare, terms.Last(static term => term.Sign != 0).Sign));
        return (query!, (a, b) => terms.Select(term => term.Compare(a, b) * term.Sign).FirstOrDefault(static sign => sign != 0));
    }
}
