using HiveGen.Tests.Models;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class AllocationTests : IAsyncLifetime
{
    private const int Times = 1000;

    private readonly TestDatabase hive = TestDatabase.Open();
    private readonly Person[] kept = new Person[Times];

    public async Task InitializeAsync() => await hive.People.AddAsync(Enumerable.Range(0, Times).Select(static i => new Person { Id = $"p{i:D3}", Name = $"n{i:D3}" }));

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public void A_get_allocates_the_record_and_nothing_else()
        => Assert.Equal(Allocated(static _ => Make()), Allocated(_ => hive.People.Get("p007")!));

    [Fact]
    public void A_get_by_a_unique_key_allocates_the_record_and_nothing_else()
        => Assert.Equal(Allocated(static _ => Make()), Allocated(_ => hive.People.GetByName("n007")!));

    [Fact]
    public void A_scan_allocates_its_records_their_list_and_nothing_else()
    {
        FilteredQuery<Person, PersonColumns, PersonChanges> all = hive.People.All();
        long made = Allocation.Of(static () =>
        {
            List<Person> list = [];
            for (int i = 0; i < Times; i++)
            {
                list.Add(Make());
            }
        });
        Assert.Equal(made, Allocation.Of(() => all.ToList()));
    }

    [Fact]
    public void An_add_allocates_the_stored_record_and_nothing_else()
    {
        Person[] drafts = [.. Enumerable.Range(0, Allocation.Runs * Times).Select(static i => new Person { Name = $"name {i:D6}" })];
        int next = 0;
        long added = Allocated(_ => Now(hive.People.AddAsync(drafts[next++])));
        Assert.Equal(Allocated(static _ => new Person { Id = new string('x', 20), Name = "shared" }), added);
    }

    private static Person Make() => new() { Id = new string('p', 4), Name = new string('n', 4) };

    private static Person Now(ValueTask<Person> add)
    {
        Assert.True(add.IsCompletedSuccessfully); // an uncontended caller does the work itself
        return add.Result;
    }

    private long Allocated(Func<int, Person> make) => Allocation.Of(() =>
    {
        for (int i = 0; i < Times; i++)
        {
            kept[i] = make(i);
        }
    });
}
