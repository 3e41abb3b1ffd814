using HiveGen.Tests.Models;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HiveGen.Tests.Hooks;

public sealed class ReadHookTests : IAsyncLifetime
{
    private const HookPoints Gets = HookPoints.BeforeGet | HookPoints.Get | HookPoints.AfterGet | HookPoints.ResolvingGet;
    private const HookPoints Counts = HookPoints.BeforeCount | HookPoints.Count | HookPoints.AfterCount | HookPoints.ResolvingCount;

    private readonly ReadScript<Article> script = new();
    private readonly ServiceProvider services;
    private readonly TestDatabase hive;
    private Person person = null!;

    public ReadHookTests()
    {
        services = new ServiceCollection().AddSingleton(script).AddScoped<ReadHooks<Article, ArticleChanges>>().BuildServiceProvider(validateScopes: true);
        hive = Open(Gets | Counts);
    }

    public async Task InitializeAsync() => person = await hive.WriteAsync("a", "b", "c");

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable)hive).DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public void The_stages_run_in_their_order_and_know_how_many_are_asked_for()
    {
        _ = hive.Articles.All().ToList();
        _ = hive.Articles.All().FirstOrDefault();
        _ = hive.Articles.All().Count();
        Assert.Equal(
            ["BeforeGet many", "Get many", "AfterGet many", "BeforeGet one", "Get one", "AfterGet one", "BeforeCount many", "Count many", "AfterCount many"],
            script.Calls);
    }

    [Fact]
    public void What_a_hook_hides_is_hidden_from_every_way_to_read()
    {
        Article hidden = hive.Articles.Where(p => p.Title == "b").Single();
        script.On(HookPoints.Get, e => e.Narrow(hive.Articles.Columns.Title != "b"));
        script.On(HookPoints.Count, e => e.Narrow(hive.Articles.Columns.Title != "b"));
        Assert.Equal(["a", "c"], Titles(hive.Articles.OrderBy(p => p.Title).ToList()));
        Assert.Null(hive.Articles.Get(hidden.Id));
        Assert.Empty(hive.Articles.Get([hidden.Id]));
        Assert.Null(hive.Articles.Where(p => p.Title == "b").FirstOrDefault());
        Assert.Null(hive.Articles.Where(p => p.Title == "b").SingleOrDefault());
        Assert.Equal(2, hive.Articles.All().Count());
        Assert.False(hive.Articles.Where(p => p.Title == "b").Exists());
        Assert.Equal(["a", "c"], Titles(hive.Articles.OrderBy(p => p.Title).Page(5).Items));
        Assert.Equal(["a", "c"], Titles(hive.Articles.OrderBy(p => p.Title).Include(p => p.Author).ToList().Select(static pair => pair.Record)));
        Assert.Equal(["a", "c"], Titles(hive.Articles.OrderBy(p => p.Title).Include(p => p.Author).Page(5).Items.Select(static pair => pair.Record)));
        Assert.Equal(["a", "c"], Titles(hive.People.All().IncludeMany(hive.Articles.OrderBy(p => p.Title), p => p.Author).ToList().Single().Linking));
    }

    [Fact]
    public void A_hook_can_answer_instead_of_the_database()
    {
        script.Records = _ => [new Article { Id = "x", Author = person.Id, Title = "elsewhere" }, new Article { Id = "y", Author = person.Id, Title = "too" }];
        script.Number = 7;
        Assert.Equal(["elsewhere", "too"], Titles(hive.Articles.All().ToList()));
        Assert.Equal(["elsewhere"], Titles(hive.Articles.All().Take(1).ToList()));
        Assert.Equal("elsewhere", hive.Articles.Get("nothing")!.Title);
        Assert.Equal(7, hive.Articles.All().Count());
        Assert.True(hive.Articles.Where(p => p.Title == "no").Exists());
    }

    [Fact]
    public void A_hook_that_answers_null_leaves_it_to_the_database()
    {
        script.Records = static _ => null;
        Assert.Equal(3, hive.Articles.All().ToList().Count);
        Assert.Equal(3, hive.Articles.All().Count());
    }

    [Fact]
    public void What_a_hook_throws_reaches_the_caller_and_later_reads_have_their_hooks_again()
    {
        script.On(HookPoints.BeforeGet, static _ => throw new UnauthorizedAccessException("mine"));
        Assert.Equal("mine", Assert.Throws<UnauthorizedAccessException>(() => hive.Articles.All().ToList()).Message);
        Assert.Throws<UnauthorizedAccessException>(() => hive.Articles.Get("a"));
    }

    [Fact]
    public void What_a_hook_reads_of_its_own_model_does_not_come_to_it_again()
    {
        int seen = -1;
        script.On(HookPoints.Get, e => seen = ((TestDatabase)e.Database).Articles.All().ToList().Count);
        _ = hive.Articles.Where(p => p.Title == "a").ToList();
        Assert.Equal(3, seen);
        Assert.Equal(["BeforeGet many", "Get many", "AfterGet many"], script.Calls);
    }

    [Fact]
    public void The_stages_of_one_read_share_a_map_and_nothing_more()
    {
        List<object?> found = [];
        script.On(HookPoints.BeforeGet, static e => e.Context["k"] = 1);
        script.On(HookPoints.AfterGet, e => found.Add(e.Context["k"]));
        script.On(HookPoints.AfterCount, e => found.Add(e.Context.Count));
        _ = hive.Articles.All().ToList();
        _ = hive.Articles.All().Count();
        Assert.Equal([1, 0], found);
    }

    [Fact]
    public async Task Sets_and_removes_are_no_reads()
    {
        Assert.Equal(3, await hive.Articles.Where(p => p.Title != "x").SetAsync(new ArticleChanges { Views = 1 }));
        Assert.NotNull(await hive.Articles.Where(p => p.Title == "a").RemoveFirstAsync());
        Assert.Empty(script.Calls);
    }

    [Fact]
    public void Without_services_it_says_what_is_missing()
    {
        TestDatabase bare = TestDatabase.Open(null, Registration(HookPoints.Get));
        Assert.Contains("HiveOptions.Services", Assert.Throws<HiveException>(() => bare.Articles.All().ToList()).Message, StringComparison.Ordinal);
        bare.Dispose();
    }

    private static IEnumerable<string> Titles(IEnumerable<Article> articles) => articles.Select(static article => article.Title);

    private static HookRegistration Registration(HookPoints points)
        => HookRegistration.For<ReadHooks<Article, ArticleChanges>, Article, ArticleChanges>(points, static provider => provider.GetRequiredService<ReadHooks<Article, ArticleChanges>>());

    private TestDatabase Open(HookPoints points) => TestDatabase.Open(services, Registration(points));
}
