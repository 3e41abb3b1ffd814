using HiveGen.Tests.Models;
using HiveGen.Tests.Queries;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class AddTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private Person author = null!;

    public async Task InitializeAsync() => author = await hive.WriteAsync();

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task An_add_gives_the_stored_record_and_leaves_its_argument_alone()
    {
        DateTimeOffset fine = hive.Clock.GetUtcNow().AddTicks(7);
        Article draft = new() { Author = author.Id, Title = "t", CreatedAt = fine };
        Article stored = await hive.Articles.AddAsync(draft);
        Assert.Equal("", draft.Id);
        Assert.Equal(fine, draft.CreatedAt);
        Assert.Equal(default, draft.UpdatedAt);
        Assert.Matches("^art_[0-9a-f]{16}$", stored.Id);
        Assert.Equal(hive.Clock.GetUtcNow(), stored.UpdatedAt);
        Equivalent(stored, hive.Articles.Get(stored.Id));
    }

    [Fact]
    public async Task Every_type_comes_back_as_it_was_stored()
    {
        foreach (Article stored in await Samples.AddAsync(hive, 60, seed: 9))
        {
            Equivalent(stored, hive.Articles.Get(stored.Id));
        }
    }

    [Fact]
    public async Task Many_are_stored_in_one_transaction_and_given_back_in_order()
    {
        long before = hive.Engine.Writer.CommitCount;
        IReadOnlyList<Article> stored = await hive.Articles.AddAsync(Enumerable.Range(0, 500).Select(i => new Article { Author = author.Id, Title = "t" + i }));
        Assert.Equal(before + 1, hive.Engine.Writer.CommitCount);
        Assert.Equal(Enumerable.Range(0, 500).Select(static i => "t" + i), stored.Select(static r => r.Title));
        Assert.Equal(500, hive.Articles.All().Count());
        Assert.Empty(await hive.Articles.AddAsync(Array.Empty<Article>()));
    }

    [Fact]
    public async Task One_bad_record_of_many_writes_nothing()
    {
        await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.AddAsync([new() { Author = author.Id, Title = "good" }, new() { Author = author.Id, Title = new string('x', 101) }]));
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.Articles.AddAsync([new() { Author = author.Id, Title = "good" }, new() { Author = "nobody", Title = "bad" }]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await hive.Articles.AddAsync([new() { Author = author.Id, Title = "good" }, null!]));
        Assert.Equal(0, hive.Articles.All().Count());
    }

    [Fact]
    public async Task A_broken_rule_names_model_field_and_cure()
    {
        HiveValidationException error = await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.AddAsync(new Article { Author = author.Id, Title = null!, Rank = 1001 }));
        Assert.Equal("Article", error.Model);
        Assert.Equal(["Title", "Rank"], error.Errors.Select(static e => e.Field));
    }

    [Fact]
    public async Task A_broken_rule_of_one_of_many_names_its_position()
    {
        HiveValidationException one = await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.AddAsync(new Article { Author = author.Id, Title = null! }));
        HiveValidationException many = await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.Articles.AddAsync([new() { Author = author.Id, Title = "good" }, new() { Author = author.Id, Title = null! }]));
        Assert.Null(one.Position);
        Assert.Equal(1, many.Position);
        Assert.Equal("Article at position 1 is not valid. Title: is required.", many.Message);
        Assert.Equal(0, hive.Articles.All().Count());
    }

    [Fact]
    public async Task A_taken_unique_value_names_its_column()
    {
        HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.People.AddAsync(new Person { Name = author.Name }));
        Assert.Equal(["people.name"], error.Columns);
        Assert.Equal(1, hive.People.All().Count());
    }

    [Fact]
    public async Task A_link_that_leads_to_nothing_names_its_property()
    {
        Article stored = await hive.Articles.AddAsync(new Article { Author = author.Id, Title = "t" });
        Func<Task>[] broken =
        [
            async () => await hive.Articles.AddAsync(new Article { Author = author.Id, Editor = "nobody", Title = "t" }),
            async () => await hive.Articles.AddAsync([new() { Author = author.Id, Title = "t" }, new() { Author = author.Id, Editor = "nobody", Title = "t" }]),
            async () => await hive.Articles.SetAsync(stored.Id, new() { Editor = "nobody", Views = 3 }),
            async () => await hive.Articles.All().SetAsync(new() { Editor = "nobody" }),
        ];
        foreach (Func<Task> write in broken)
        {
            HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(write);
            Assert.Equal(["articles.editor"], error.Columns);
            Assert.StartsWith("Article.Editor links to 'nobody', and no record of 'people' has this id.", error.Message, StringComparison.Ordinal);
        }

        Assert.Equivalent(stored, Assert.Single(hive.Articles.All().ToList()), strict: true);
    }

    [Fact]
    public async Task A_thousand_concurrent_adders_keep_every_row_and_every_id_apart()
    {
        Article[] stored = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(async () => await hive.Articles.AddAsync(new Article { Author = author.Id, Title = "t" + i }))));
        Assert.Equal(1000, stored.Select(static r => r.Id).Distinct().Count());
        Assert.Equal(stored.Select(static r => r.Id + r.Title).Order(), hive.Articles.All().ToList().Select(static r => r.Id + r.Title).Order());
    }

    [Fact]
    public async Task A_read_after_an_add_sees_it()
    {
        for (int i = 0; i < 100; i++)
        {
            Article stored = await hive.Articles.AddAsync(new Article { Author = author.Id, Title = "t" + i });
            Assert.NotNull(hive.Articles.Get(stored.Id));
            Assert.Equal(i + 1, hive.Articles.All().Count());
        }
    }

    private static void Equivalent(Article expected, Article? actual) => Assert.Equivalent(expected, actual, strict: true);
}
