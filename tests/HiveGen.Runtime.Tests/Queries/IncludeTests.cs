using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class IncludeTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();

    public async Task InitializeAsync() => await Samples.AddAsync(hive, 50, seed: 4);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void Each_record_comes_with_the_one_it_links_to()
    {
        List<Included<Article, Person>> included = hive.Articles.OrderBy(p => p.Title).Take(30).Include(p => p.Author).ToList();
        Assert.Equal(hive.Articles.OrderBy(p => p.Title).Take(30).ToList().Select(static r => r.Id), included.Select(static i => i.Record.Id));
        Assert.All(included, static i => Assert.Equal(i.Record.Author.Id, i.Linked?.Id));
    }

    [Fact]
    public void A_null_link_has_no_linked_record()
    {
        List<Included<Article, Person>> included = hive.Articles.All().Include(p => p.Editor).ToList();
        Assert.Contains(included, static i => i.Linked is null);
        Assert.All(included, static i => Assert.Equal(i.Record.Editor?.Id, i.Linked?.Id));
    }

    [Fact]
    public async Task Each_record_comes_with_those_that_link_to_it()
    {
        await hive.People.AddAsync(new Person { Id = "p3", Name = "three" });
        List<IncludedMany<Person, Article>> all = hive.People.OrderBy(p => p.Name).IncludeMany(hive.Articles, p => p.Author).ToList();
        Assert.Equal(["one", "three", "two"], all.Select(static i => i.Record.Name));
        Assert.Empty(all[1].Linking);
        Assert.Equal(hive.Articles.Where(p => p.Author == "p1").Count(), all[0].Linking.Count);
        Assert.Equal(50, all.Sum(static i => i.Linking.Count));
        Assert.All(all, static i => Assert.All(i.Linking, a => Assert.Equal(i.Record.Id, a.Author.Id)));
    }

    [Fact]
    public void The_linking_records_can_be_filtered_and_ordered()
    {
        IncludedMany<Person, Article>? one = hive.People.Where(p => p.Id == "p1").IncludeMany(hive.Articles.Where(p => p.Live).OrderByDescending(p => p.Title), p => p.Author).FirstOrDefault();
        Assert.Equal(hive.Articles.Where(p => p.Live & p.Author == "p1").OrderByDescending(p => p.Title).ToList().Select(static r => r.Title), one!.Linking.Select(static r => r.Title));
        Assert.NotEmpty(one.Linking);
    }

    [Fact]
    public void Pages_come_with_linked_records_too()
    {
        PageableIncludeQuery<Article, Person, string> query = hive.Articles.OrderBy(p => p.Title).Include(p => p.Author);
        Page<Included<Article, Person>> first = query.Page(20), second = query.Page(20, after: first.Next);
        Assert.Equal(hive.Articles.OrderBy(p => p.Title).ToList().Take(40).Select(static r => r.Id), first.Items.Concat(second.Items).Select(static i => i.Record.Id));
        Assert.All(second.Items, static i => Assert.Equal(i.Record.Author.Id, i.Linked!.Id));
        Assert.Equal(first.Items.Select(static i => i.Record.Id), query.Page(20, before: second.Previous).Items.Select(static i => i.Record.Id));
    }

    [Fact]
    public void Nothing_includes_nothing()
    {
        Assert.Empty(hive.Articles.Where(p => p.Views > 99).Include(p => p.Author).ToList());
        Assert.Empty(hive.People.Where(p => p.Name == "x").IncludeMany(hive.Articles, p => p.Author).ToList());
        Assert.Null(hive.People.Where(p => p.Name == "x").IncludeMany(hive.Articles, p => p.Author).FirstOrDefault());
    }
}
