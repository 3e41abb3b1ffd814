using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class BatchTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private Person author = null!;

    public async Task InitializeAsync() => author = await hive.WriteAsync("a", "b");

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_batch_is_one_transaction_in_order_and_hands_out_what_it_did()
    {
        long commits = hive.Engine.Writer.CommitCount;
        ArticleColumns p = hive.Articles.Columns;
        (Added<Person> person, Added<Article> articles, Affected set, Affected none, Affected removed) = await hive.BatchAsync(b => (
            b.Add(new Person { Id = "x", Name = "x" }),
            b.Add((Article[])[new() { Author = "x", Title = "1" }, new() { Author = "x", Title = "2" }]),
            b.Set(p.Author == "x", new ArticleChanges { Views = p.Views + 2 }),
            b.Set("none", new PersonChanges { Name = "y" }),
            b.Remove(p.Title == "a")));
        Assert.Equal(commits + 1, hive.Engine.Writer.CommitCount);
        Assert.Equal("x", person.Record.Name);
        Assert.Equal(["1", "2"], articles.Records.Select(static r => r.Title));
        Assert.Equal((2, 0, 1), (set.Count, none.Count, removed.Count));
        Assert.Equal(["1", "2", "b"], hive.Articles.OrderBy(c => c.Title).ToList().Select(static r => r.Title));
        Assert.Equal(2, hive.Articles.Get(articles.Records[0].Id)!.Views);
    }

    [Fact]
    public async Task Order_is_kept()
    {
        await hive.BatchAsync(b =>
        {
            b.Remove<Person>(author.Id);
            b.Add(new Person { Id = author.Id, Name = "again" });
            b.Set(author.Id, new PersonChanges { Name = "and again" });
        });
        Assert.Equal("and again", hive.People.Get(author.Id)!.Name);
        Assert.Equal(0, hive.Articles.All().Count());
    }

    [Fact]
    public async Task One_failing_operation_writes_nothing_of_the_others()
    {
        Added<Person>? added = null;
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.BatchAsync(b =>
        {
            added = b.Add(new Person { Name = "new" });
            b.Remove(Filter<Article>.All);
            b.Add(new Article { Author = "nobody", Title = "t" });
        }));
        await Assert.ThrowsAsync<HiveValidationException>(async () => await hive.BatchAsync(b =>
        {
            b.Remove(Filter<Article>.All);
            b.Add(new Person { Name = null! });
        }));
        Assert.Equal(2, hive.Articles.All().Count());
        Assert.Equal(1, hive.People.All().Count());
        Assert.Throws<InvalidOperationException>(() => added!.Record);
    }

    [Fact]
    public async Task A_conflict_writes_nothing_of_the_others()
    {
        Article read = hive.Articles.All().First();
        await hive.Articles.SetAsync(read.Id, new() { Views = 1 });
        await Assert.ThrowsAsync<HiveConflictException>(async () => await hive.BatchAsync(b =>
        {
            b.Add(new Person { Name = "new" });
            b.SetIfUnchanged(read, new ArticleChanges { Views = 2 });
        }));
        Assert.Equal(1, hive.People.All().Count());
    }

    [Fact]
    public async Task An_empty_batch_writes_nothing()
    {
        long commits = hive.Engine.Writer.CommitCount;
        await hive.BatchAsync(static _ => { });
        Assert.Equal(commits, hive.Engine.Writer.CommitCount);
    }

    [Fact]
    public async Task A_batch_that_is_kept_or_awaited_in_says_so()
    {
        Batch? kept = null;
        await hive.BatchAsync(b => { kept = b; });
        Assert.Throws<InvalidOperationException>(() => kept!.Add(new Person { Name = "x" }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await hive.BatchAsync(async b =>
        {
            await Task.Yield();
            b.Add(new Person { Name = "x" });
        }));
    }

    [Fact]
    public async Task An_id_of_the_wrong_type_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(async () => await hive.BatchAsync(static b => { b.Remove<Person>(5); }));

    [Fact]
    public async Task A_job_is_stored_with_the_rest_or_not_at_all()
    {
        await hive.BatchAsync(b =>
        {
            b.Add(new Person { Name = "x" });
            b.Enqueue("mail", "{}");
        });
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.BatchAsync(b =>
        {
            b.Enqueue("mail", "lost");
            b.Add(new Person { Name = "x" });
        }));
        using Microsoft.Data.Sqlite.SqliteConnection connection = hive.Sql.OpenRead();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(\"name\" || \"payload\" || \"next_at\") FROM \"_hive_job\"";
        Assert.Equal("mail{}" + UnixMicros.Write(hive.Clock.GetUtcNow()), command.ExecuteScalar());
    }
}
