using HiveGen.TestModels;
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

    [Theory]
    [InlineData("""{ "City" : "D\u0065lft", "Street": "Markt" }""", """["a" , "b"]""", """{"y":[1.0],"x":null}""", true)]
    [InlineData("""{"Street":"Markt","City":"Delft","Zip":"2611"}""", """["a","b"]""", """{"x":null,"y":[1]}""", true)]
    [InlineData("""{"Street":"Markt","City":"Gouda"}""", """["a","b"]""", """{"x":null,"y":[1]}""", false)]
    [InlineData("""{"Street":"Markt","City":"Delft"}""", """["b","a"]""", """{"x":null,"y":[1]}""", false)]
    [InlineData("""{"Street":"Markt","City":"Delft"}""", """["a","b"]""", """{"y":[1]}""", false)]
    public async Task JSON_is_compared_by_its_values_and_not_by_its_spelling(string address, string tags, string element, bool isSame)
    {
        await using GeneratedHive generated = new();
        AllTypes read = await generated.Hive.AllTypes.AddAsync(new AllTypes
        {
            Address = new Address("Markt", "Delft"),
            Tags = ["a", "b"],
            Element = System.Text.Json.JsonElement.Parse("""{"x":null,"y":[1]}"""),
        });
        await generated.Hive.Sql.WriteAsync(connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "UPDATE all_types SET address = $address, tags = $tags, element = $element";
            command.Parameters.AddWithValue("$address", address);
            command.Parameters.AddWithValue("$tags", tags);
            command.Parameters.AddWithValue("$element", element);
            command.ExecuteNonQuery();
        });

        if (isSame)
        {
            Assert.Equal(8, (await generated.Hive.AllTypes.SetIfUnchangedAsync(read, new() { Int = 8 })).Int);
        }
        else
        {
            await Assert.ThrowsAsync<HiveConflictException>(async () => await generated.Hive.AllTypes.SetIfUnchangedAsync(read, new() { Int = 8 }));
        }
    }

    [Fact]
    public async Task Nothing_to_set_still_tells_a_changed_record()
    {
        Article read = all[0];
        Assert.Equal(read.Id, (await hive.Articles.SetIfUnchangedAsync(read, new())).Id);
        await hive.Articles.SetAsync(read.Id, new() { Title = "new" });
        await Assert.ThrowsAsync<HiveConflictException>(async () => await hive.Articles.SetIfUnchangedAsync(read, new()));
    }
}
