using System.Text.Json.Nodes;
using HiveGen.TestModels;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class GeneratedModelTests : IAsyncLifetime
{
    private readonly GeneratedHive generated = new();

    private Hive Hive => generated.Hive;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => generated.DisposeAsync().AsTask();

    [Fact]
    public async Task Number_ids_are_assigned_unless_they_are_given()
    {
        Country draft = new() { Code = "NO", Name = "Norway" };
        Country one = await Hive.Countries.AddAsync(draft);
        IReadOnlyList<Country> more = await Hive.Countries.AddAsync([new() { Code = "SE", Name = "Sweden" }, new() { Id = 77, Code = "DK", Name = "Denmark" }, new() { Code = "FI", Name = "Finland" }]);
        Assert.Equal([one.Id, one.Id + 1, 77, 78], [one.Id, .. more.Select(static c => c.Id)]);
        Assert.Equal(0, draft.Id);
        Assert.Equal("Finland", Hive.Countries.Get(78)!.Name);
        Assert.Equal(["Denmark", "Norway"], Hive.Countries.Get([77, 5000, one.Id]).Select(static c => c.Name));
        Assert.Equal("Suomi", (await Hive.Countries.SetAsync(78, new() { Name = "Suomi" }))!.Name);
        await Hive.BatchAsync(static b => b.Remove<Country>(78));
        Assert.Null(Hive.Countries.GetByCode("FI"));
    }

    [Fact]
    public async Task Guid_ids_work_everywhere()
    {
        Device device = await Hive.Devices.AddAsync(new Device { Name = "d" });
        Assert.NotEqual(Guid.Empty, device.Id);
        Assert.Equal("d", Hive.Devices.Get(device.Id)!.Name);
        Assert.Equal("d", Hive.Devices.Get([device.Id]).Single().Name);
        Assert.Equal(device.Id, Hive.Devices.Where(d => d.Id == device.Id).Single().Id);
        Assert.Equal(90, (await Hive.Devices.SetAsync(device.Id, d => new() { Battery = d.Battery - 10 }))!.Battery);
        await Hive.BatchAsync(b => b.Set(device.Id, new Device.Changes { Name = "e" }));
        Assert.Equal("e", Hive.Devices.OrderBy(d => d.Id).Page(5).Items.Single().Name);
        Assert.True(await Hive.Devices.RemoveAsync(device.Id));
    }

    [Fact]
    public void A_get_by_guid_allocates_nothing_when_there_is_no_record()
    {
        Guid id = Guid.NewGuid();
        Assert.Equal(0, Allocation.Of(() => Assert.Null(Hive.Devices.Get(id))));
    }

    [Fact]
    public async Task A_unique_key_of_several_columns_is_one_key()
    {
        Account account = await Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        await Hive.Memberships.AddAsync([new Membership { Account = account.Id, Team = "red" }, new Membership { Account = account.Id, Team = "blue" }]);
        Assert.Equal("red", Hive.Memberships.GetByAccountAndTeam(account.Id, "red")!.Team);
        Assert.Null(Hive.Memberships.GetByAccountAndTeam(account.Id, "green"));
        HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(async () => await Hive.Memberships.AddAsync(new Membership { Account = account.Id, Team = "red" }));
        Assert.Equal(["memberships.account", "memberships.team"], error.Columns);
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await Hive.Memberships.AddAsync(new Membership { Account = account.Id, Team = "x", Role = "" }));
    }

    [Fact]
    public async Task A_record_of_every_type_is_compared_as_it_was_stored()
    {
        Account account = await Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        AllTypes full = await Hive.AllTypes.AddAsync(new AllTypes
        {
            Text = "é\U0001F600",
            TextOrNull = "",
            ULong = long.MaxValue,
            Float = 0.1f,
            Double = 0.1,
            DoubleOrNull = -0.0,
            Decimal = -1.2345m,
            DecimalOrNull = 0.5m,
            DateTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(19),
            DateTimeOffsetOrNull = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(7),
            TimeOnly = new TimeOnly(23, 59, 59),
            TimeSpan = TimeSpan.FromTicks(-15),
            GuidOrNull = Guid.NewGuid(),
            Blob = [0, 255],
            EnumOrNull = PostState.Archived,
            Node = new JsonObject { ["a"] = "é", ["b"] = 1.50m },
            Tags = ["x", "y"],
            Address = new Address("s", "c"),
            Link = account.Id,
        });
        foreach (AllTypes stored in (AllTypes[])[full, await Hive.AllTypes.AddAsync(new AllTypes())])
        {
            Assert.Equal(8, (await Hive.AllTypes.SetIfUnchangedAsync(stored, new() { Int = 8 })).Int);
            Assert.Equal(9, (await Hive.AllTypes.SetIfUnchangedAsync(Hive.AllTypes.Get(stored.Id)!, new() { Int = 9 })).Int);
        }
    }

    [Fact]
    public async Task Narrow_numbers_are_never_wrapped()
    {
        AllTypes stored = await Hive.AllTypes.AddAsync(new AllTypes { Byte = 255, SByte = -128, Short = short.MaxValue, UShort = 0, UInt = uint.MaxValue, ULong = 0, Float = float.MaxValue });
        await Refused("Byte", p => new() { Byte = p.Byte + 1 });
        await Refused("SByte", p => new() { SByte = p.SByte - 1 });
        await Refused("Short", p => new() { Short = p.Short + 1 });
        await Refused("UShort", p => new() { UShort = p.UShort - 1 });
        await Refused("UInt", p => new() { UInt = p.UInt + 1 });
        await Refused("ULong", p => new() { ULong = p.ULong - 1 });
        await Refused("Float", p => new() { Float = p.Float + float.MaxValue });
        Assert.Equal(254, (await Hive.AllTypes.SetAsync(stored.Id, p => new() { Byte = p.Byte - 1 }))!.Byte);

        async Task Refused(string field, Func<AllTypes.Columns, AllTypes.Changes> changes)
        {
            HiveValidationException error = await Assert.ThrowsAsync<HiveValidationException>(async () => await Hive.AllTypes.SetAsync(stored.Id, changes));
            Assert.Equal(field, error.Errors.Single().Field);
        }
    }

    [Fact]
    public async Task A_rule_of_a_property_binds_what_is_computed_for_it()
    {
        Account account = await Hive.Accounts.AddAsync(new Account { Email = "a@example.com" });
        Post post = await Hive.Posts.AddAsync(new Post { Account = account.Id, Title = "t" });
        await Assert.ThrowsAsync<HiveValidationException>(async () => await Hive.Posts.SetAsync(post.Id, p => new() { Views = p.Views - 1 }));
        Assert.Equal(0, Hive.Posts.Get(post.Id)!.Views);
    }

    [Fact]
    public void What_hooks_are_given_shares_nothing_with_what_the_caller_gave()
    {
        AllTypes given = new() { Blob = [1], BlobOrNull = [1], Node = new JsonObject { ["a"] = 1 }, NodeOrNull = null, Tags = ["a"], Address = new Address("s", "c") };
        AllTypes draft = AllTypes.Schema.Instance.Draft(given);
        AllTypes.Changes change = new() { Blob = given.Blob, BlobOrNull = (byte[]?)null, Node = given.Node, Tags = given.Tags, Address = given.Address };
        AllTypes.Changes copy = (AllTypes.Changes)change.Clone();

        draft.Blob[0] = 2;
        draft.BlobOrNull![0] = 2;
        draft.Node["a"] = 2;
        draft.Tags.Add("b");
        copy.Blob.Value[0] = 3;
        copy.Node.Value["a"] = 3;
        copy.Tags.Value.Add("c");

        Assert.Equal([1], given.Blob);
        Assert.Equal([1], given.BlobOrNull!);
        Assert.Equal(1, (int)given.Node["a"]!);
        Assert.Equal(["a"], given.Tags);
        Assert.NotSame(given.Address, draft.Address);
        Assert.NotSame(given.Address, copy.Address.Value);
        Assert.Equal((true, false), (copy.BlobOrNull.IsSet, copy.NodeOrNull.IsSet));
        Assert.Null(draft.NodeOrNull);
    }

    [Fact]
    public void A_draft_keeps_nulls_that_only_a_hook_may_mend()
    {
        AllTypes draft = AllTypes.Schema.Instance.Draft(new AllTypes { Blob = null!, Node = null!, Tags = null!, Text = null! });
        Assert.Null(draft.Blob);
        Assert.Null(draft.Node);
        Assert.Null(draft.Tags);
    }

    [Fact]
    public void A_value_that_a_column_cannot_hold_is_told_in_every_culture_alike()
    {
        Assert.Equal("1.23456 has more than 2 decimal places.", Assert.Throws<OverflowException>(() => Hive.Posts.Where(static p => p.Price == 1.23456m)).Message);
        Assert.Contains("9223372036854775808 is above", Assert.Throws<OverflowException>(() => Hive.AllTypes.Where(static p => p.ULong == 9223372036854775808)).Message, StringComparison.Ordinal);
    }
}
