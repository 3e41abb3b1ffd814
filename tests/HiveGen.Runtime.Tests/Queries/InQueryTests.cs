using HiveGen.Queries;
using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class InQueryTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private IReadOnlyList<Article> all = [];

    public async Task InitializeAsync() => all = await Samples.AddAsync(hive, 120, seed: 5);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void A_link_is_asked_by_the_record_it_leads_to()
    {
        Same(p => p.Author.In(hive.People.Where(who => who.Name == "two")), r => r.Author.Id == "p2");
        Same(p => p.Editor.In(hive.People.Where(who => who.Name == "one")), r => r.Editor?.Id == "p1");
        Same(p => p.Author.In(hive.People.Where(who => who.Name == "nobody")), r => false);
    }

    [Fact]
    public void What_is_in_no_query_is_what_the_negation_gives_nulls_included()
    {
        Same(p => !p.Editor.In(hive.People.Where(who => who.Name == "one")), r => r.Editor?.Id != "p1");
        Same(p => !p.Rank.In(hive.Articles.Where(q => q.Rank > 0), q => q.Rank), r => !(r.Rank > 0));
    }

    [Fact]
    public void A_column_is_asked_for_the_values_of_another_query()
    {
        HashSet<string> edited = [.. all.Where(static r => r.Views == 2).Select(static r => r.Editor?.Id).OfType<string>()];
        Assert.Equal(
            edited.Order(),
            hive.People.Where(who => who.Id.In(hive.Articles.Where(p => p.Views == 2), p => p.Editor)).OrderBy(static who => who.Id).ToList().Select(static who => who.Id));
        Same(p => p.Title.In(hive.Articles.Where(q => q.Live), q => q.Body), r => all.Any(other => other.Live && other.Body == r.Title));
    }

    [Fact]
    public void The_order_and_the_limit_of_the_query_count()
    {
        HashSet<string> first = [.. all.OrderByDescending(static r => r.Views).ThenByDescending(static r => r.Id, StringComparer.Ordinal).Take(7).Select(static r => r.Id)];
        Same(p => p.Id.In(hive.Articles.OrderByDescending(q => q.Views).Take(7), q => q.Id), r => first.Contains(r.Id));
    }

    [Fact]
    public void Values_before_inside_and_behind_the_query_stay_apart()
        => Same(
            p => p.Views >= -1 & p.Author.In(hive.People.Where(who => who.Name == "two" & who.Id != "p9").OrderBy(who => who.Name).Take(3)) & p.Live == true,
            r => r.Views >= -1 && r.Author.Id == "p2" && r.Live);

    [Fact]
    public async Task Sets_and_removes_take_such_filters_too()
    {
        int set = await hive.Articles.Where(p => p.Author.In(hive.People.Where(who => who.Name == "two"))).SetAsync(new ArticleChanges { Views = 77 });
        Assert.Equal(all.Count(static r => r.Author.Id == "p2"), set);
        Assert.Equal(set, hive.Articles.Where(p => p.Views == 77).Count());
        Assert.Equal(set, await hive.Articles.Where(p => p.Id.In(hive.Articles.Where(q => q.Views == 77), q => q.Id)).RemoveAsync());
        Assert.Equal(all.Count - set, hive.Articles.All().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(235)]
    [InlineData(480)]
    public void The_deepest_nesting_that_is_let_through_is_one_SQLite_takes(int heightInside)
    {
        Filter<Article> filter = hive.Articles.Columns.Live == true;
        for (int i = 0; i < heightInside; i++)
        {
            filter &= hive.Articles.Columns.Views != i + 1000;
        }

        while (true)
        {
            Filter<Article> inner = filter;
            Filter<Article> deeper = hive.Articles.Columns.Id.In(hive.Articles.Where(_ => inner), p => p.Id);
            if (deeper.Depth > FilterSql.MaxDepth)
            {
                Assert.Throws<HiveException>(() => hive.Articles.Where(_ => deeper).Count());
                break;
            }

            filter = deeper;
        }

        Assert.Equal(all.Count(static r => r.Live), hive.Articles.Where(_ => filter).Count());
    }

    private void Same(Func<ArticleColumns, Filter<Article>> filter, Func<Article, bool> expected)
        => Assert.Equal(all.Where(expected).Select(static r => r.Id).Order(StringComparer.Ordinal), hive.Articles.Where(filter).OrderBy(static p => p.Id).ToList().Select(static r => r.Id));
}
