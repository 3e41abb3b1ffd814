using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class GetTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();

    public async Task InitializeAsync() => await hive.People.AddAsync(Enumerable.Range(0, 50).Select(static i => new Person { Id = "p" + i, Name = "n" + i }));

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void A_record_is_found_by_its_id_or_is_null()
    {
        Assert.Equal("n7", hive.People.Get("p7")?.Name);
        Assert.Null(hive.People.Get("p77"));
        Assert.Null(hive.People.Get("P7"));
    }

    [Fact]
    public void A_record_is_found_by_its_unique_key_or_is_null()
    {
        Assert.Equal("p7", hive.People.GetByName("n7")?.Id);
        Assert.Null(hive.People.GetByName("N7"));
    }

    [Fact]
    public void Many_come_in_the_order_of_their_ids_without_those_that_are_missing()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Reverse().Select(static i => "p" + i)];
        Assert.Equal(ids.Where(static id => id.Length < 3 || string.CompareOrdinal(id, "p5") < 0), hive.People.Get(ids).Select(static p => p.Id));
        Assert.Equal(["p1", "p2", "p1"], hive.People.Get(["p1", "x", "p2", "p1"]).Select(static p => p.Id));
        Assert.Empty(hive.People.Get([]));
    }
}
