using HiveGen.Tests.Models;
using HiveGen.Tests.Queries;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class SetIfUnchangedTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();
    private IReadOnlyList<Article> all = [];

    public async Task InitializeAsync() => all = await Samples.AddAsync(hive, 30, seed: 6);

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_record_that_is_as_it_was_read_is_set_whatever_it_holds()
    {
        foreach (Article read in all)
        {
            Article set = await hive.Articles.SetIfUnchangedAsync(read, new() { Views = 99 });
            Assert.Equal((read.Id, 99), (set.Id, set.Views));
        }
    }

    [Fact]
    public async Task Any_other_change_is_a_conflict_that_carries_the_current_record_even_if_the_clock_stood_still()
    {
        ArticleChanges[] others = [new() { Title = "new" }, new() { Body = "new" }, new() { Rank = 77 }, new() { Data = new byte[] { 7 } }, new() { Editor = null }, new() { Score = 7 }];
        Article? read = all.First(static r => r.Editor is not null);
        foreach (ArticleChanges other in others)
        {
            Article? now = await hive.Articles.SetAsync(read!.Id, other);
            HiveConflictException error = await Assert.ThrowsAsync<HiveConflictException>(async () => await hive.Articles.SetIfUnchangedAsync(read, new() { Views = 99 }));
            Assert.Equivalent(now, error.Current, strict: true);
            Assert.NotEqual(99, hive.Articles.Get(read.Id)!.Views);
            read = now;
        }
    }

    [Fact]
    public async Task A_record_that_is_gone_is_a_conflict_without_a_current_one()
    {
        await hive.Articles.RemoveAsync(all[0].Id);
        HiveConflictException error = await Assert.ThrowsAsync<HiveConflictException>(async () => await hive.Articles.SetIfUnchangedAsync(all[0], new() { Views = 99 }));
        Assert.Null(error.Current);
        Assert.Equal(("Article", all[0].Id), (error.Model, error.Id));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_only_one_writes_and_no_update_is_lost()
    {
        string id = all[0].Id;
        await hive.Articles.SetAsync(id, new() { Views = 0 });
        int conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            for (int done = 0; done < 5;)
            {
                Article read = hive.Articles.Get(id)!;
                try
                {
                    await hive.Articles.SetIfUnchangedAsync(read, new() { Views = read.Views + 1 });
                    done++;
                }
                catch (HiveConflictException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        })));
        Assert.Equal(100, hive.Articles.Get(id)!.Views);
    }
}
