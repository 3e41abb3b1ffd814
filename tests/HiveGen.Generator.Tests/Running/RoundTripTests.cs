using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private Hive hive = null!;

    public Task InitializeAsync()
    {
        hive = Hive.Open(new HiveOptions { Path = folder.File("hive.db") });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await hive.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_type_comes_back_as_it_was_handed_back()
    {
        Account account = await hive.Accounts.AddAsync(new Account { Email = "ada@example.com" });
        Country country = await hive.Countries.AddAsync(new Country { Code = "GB", Name = "Britain" });
        Device device = await hive.Devices.AddAsync(new Device { Name = "engine" });
        AllTypes draft = AllTypesSample.Full(account.Id, country.Id, device.Id);

        AllTypes stored = await hive.AllTypes.AddAsync(draft);

        Assert.Equal("", draft.Id);
        Assert.StartsWith("all_", stored.Id, StringComparison.Ordinal);
        AllTypesSample.AssertSame(stored, hive.AllTypes.Get(stored.Id)!);
        Assert.Equal(3.10m, stored.DecimalOrNull);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero), stored.DateTimeOffset);
        Assert.Equal(0, stored.DateTimeOffset.Ticks % TimeSpan.TicksPerMicrosecond);
        Assert.NotSame(draft.Blob, stored.Blob);
        Assert.NotSame(draft.Node, stored.Node);
        Assert.Equal(country.Id, stored.LongLink!.Value.Id);
    }

    [Fact]
    public async Task Null_forms_come_back_as_null_and_initialisers_as_values()
    {
        AllTypes stored = await hive.AllTypes.AddAsync(new AllTypes());

        AllTypes read = hive.AllTypes.Get(stored.Id)!;

        AllTypesSample.AssertSame(stored, read);
        Assert.Null(read.TextOrNull);
        Assert.Null(read.Link);
        Assert.Null(read.LongLink);
        Assert.Null(read.GuidLink);
        Assert.Null(read.ElementOrNull);
        Assert.Equal(PostState.Published, read.Enum);
        Assert.Equal(1.25m, read.Decimal);
        Assert.True(read.Bool);
    }

    [Fact]
    public async Task A_number_id_is_assigned_by_SQLite_and_read_back()
    {
        Country first = await hive.Countries.AddAsync(new Country { Code = "FI", Name = "Finland" });
        Country second = await hive.Countries.AddAsync(new Country { Code = "SE", Name = "Sweden" });
        City city = await hive.Cities.AddAsync(new City("Turku", first.Id));

        Assert.True(first.Id > 0);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("Sweden", hive.Countries.GetByCode("SE")!.Name);
        Assert.Equal(city, hive.Cities.Get(city.Id));
    }

    [Fact]
    public async Task Init_only_records_and_nested_ones_are_stored()
    {
        Device device = await hive.Devices.AddAsync(new Device { Name = "a" });
        Shop.Order order = await hive.Orders.AddAsync(new Shop.Order { Number = "1", Total = 9.5m });

        Assert.NotEqual(Guid.Empty, device.Id);
        Assert.Equal(100, hive.Devices.Get(device.Id)!.Battery);
        Assert.Equal("9.50", hive.Orders.Get(order.Id)!.Total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(default, order.CreatedAt);
        Assert.NotNull(order.UpdatedAt);
    }

    [Fact]
    public async Task Unique_keys_find_their_record()
    {
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@b.c", Handle = "a" });
        Membership membership = await hive.Memberships.AddAsync(new Membership { Account = account.Id, Team = "red" });

        Assert.Equal(account.Id, hive.Accounts.GetByHandle("a")!.Id);
        Assert.Null(hive.Accounts.GetByHandle("b"));
        Assert.Equal(membership.Id, hive.Memberships.GetByAccountAndTeam(account.Id, "red")!.Id);
        Assert.Null(hive.Memberships.GetByAccountAndTeam(account.Id, "blue"));
    }

    [Fact]
    public async Task Values_that_cannot_be_stored_are_refused_by_name()
    {
        AllTypes draft = new()
        {
            Text = "a\0b",
            ULong = ulong.MaxValue,
            Float = float.NaN,
            DoubleOrNull = double.PositiveInfinity,
            DecimalOrNull = 1.234m,
            DateTime = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
            Enum = (PostState)77,
            Element = default,
        };

        HiveValidationException refused = await Assert.ThrowsAsync<HiveValidationException>(() => hive.AllTypes.AddAsync(draft).AsTask());

        Assert.Equal(
            ["Text", "ULong", "Float", "DoubleOrNull", "DecimalOrNull", "DateTime", "Enum", "Element"],
            refused.Errors.Select(static error => error.Field));
    }

    [Fact]
    public async Task Changes_are_checked_like_records()
    {
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@b.c" });
        Post post = await hive.Posts.AddAsync(new Post { Account = account.Id, Title = "x" });

        HiveValidationException refused = await Assert.ThrowsAsync<HiveValidationException>(
            () => hive.Posts.SetAsync(post.Id, new Post.Changes { Title = "", Views = -1, Price = 1.001m }).AsTask());

        Assert.Equal(["Title", "Views", "Price"], refused.Errors.Select(static error => error.Field));
    }

    [Fact]
    public void Records_are_made_of_JSON_and_written_as_it()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = HiveJson.Instance };

        Post post = JsonSerializer.Deserialize<Post>("""{"account":"acc_1","title":"Hello","state":"Published","price":1.50,"tags":["a"]}""", options)!;
        string text = JsonSerializer.Serialize(post, options);
        JsonObject json = JsonNode.Parse(text)!.AsObject();

        Assert.Equal("acc_1", post.Account.Id);
        Assert.Equal("Published", (string)json["state"]!);
        Assert.Equal("""["a"]""", json["tags"]!.ToJsonString());
        Assert.Contains("\"price\":1.50", text, StringComparison.Ordinal);
        Assert.False(json.ContainsKey("note"));
        Assert.Equal(2, JsonSerializer.Deserialize<List<Post>>($"[{text},{text}]", options)!.Count);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Post>("""{"title":"no account"}""", options));
    }
}
