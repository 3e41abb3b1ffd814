using System.Text.Json;
using HiveGen.Storage;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>The way of the fields from a stored row through a DTO into a sink, and back: what every adapter builds upon.</summary>
public sealed class FieldsTests : IAsyncLifetime
{
    private static readonly SyncModel Model = AllTypes.Schema.Instance.Sync!;
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = HiveJson.Instance };

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
    public async Task Every_field_reaches_a_sink_in_order_and_as_the_Hive_stores_it()
    {
        FieldBox box = Box(Read(await AddFullAsync(), out _));

        Assert.Equal(Enumerable.Range(0, Model.Fields.Count), box.Order);
        AssertValue(box, "text", "Zoë \U0001F41D '\"");
        AssertValue(box, "textOrNull", "");
        AssertValue(box, "bool", true);
        AssertValue(box, "byte", 255L);
        AssertValue(box, "sByteOrNull", -2L);
        AssertValue(box, "long", long.MinValue);
        AssertValue(box, "uLong", long.MaxValue);
        AssertValue(box, "float", (double)float.MaxValue);
        AssertValue(box, "double", double.Epsilon);
        AssertValue(box, "decimal", (-12345678901234.5678m, 4));
        AssertValue(box, "decimalOrNull", (3.1m, 2));
        AssertValue(box, "dateTime", ("timestamp", UnixMicros.Write(new DateTime(2026, 11, 21, 20, 0, 0, DateTimeKind.Utc)) + 1));
        AssertValue(box, "dateTimeOffsetOrNull", ("timestamp", UnixMicros.Write(DateTimeOffset.MaxValue)));
        AssertValue(box, "dateOnlyOrNull", DateOnly.MaxValue);
        AssertValue(box, "timeOnly", ("time", 86_399_999_000L));
        AssertValue(box, "timeSpan", ("duration", -108_000_000_000L));
        AssertValue(box, "guid", Guid.Parse("abcdef01-2345-6789-abcd-ef0123456789"));
        AssertValue(box, "blob", new byte[] { 0, 1, 255 });
        AssertValue(box, "enum", ("enum", "Archived"));
        Assert.Equal("""{"a": [1, null]}""", ((JsonElement)Value(box, "element")!).GetRawText());
        Assert.Equal(JsonValueKind.Null, ((JsonElement)Value(box, "elementOrNull")!).ValueKind);
        Assert.Equal(["a", "b"], ((JsonElement)Value(box, "tags")!).EnumerateArray().Select(static tag => tag.GetString()));
        AssertValue(box, "link", "acc_1");
        AssertValue(box, "longLink", 7L);
        Assert.IsType<Guid>(Value(box, "guidLink"));
    }

    [Fact]
    public async Task Null_is_null_for_every_type_that_may_be_and_for_an_empty_record()
    {
        FieldBox some = Box(Read((await hive.AllTypes.AddAsync(new AllTypes())).Id, out _));
        FieldBox none = Box(Model.Create());

        Assert.Equal(Model.Fields.Select(static field => field.Nullable), some.Values.Select(static value => value is null));
        Assert.All(none.Values, Assert.Null);
        SyncRecord read = Model.Read(none.Source);
        Assert.All(Enumerable.Range(0, Model.Fields.Count), field => Assert.True(read.Given.Has(field)));
        Assert.All(Box(read).Values, Assert.Null);
    }

    [Fact]
    public async Task What_a_sink_got_can_be_read_back_and_has_the_hash_of_the_Hives_own_row()
    {
        foreach (string id in new[] { await AddFullAsync(), (await hive.AllTypes.AddAsync(new AllTypes())).Id })
        {
            SyncRecord record = Read(id, out (ulong Row, ulong Id) hash);
            FieldBox box = Box(record);

            SyncRecord again = Model.Read(box.Source);

            Assert.Equal(Text(record), Text(again));
            Assert.Equal(hash, (RowScan.Hash(Model, box.Source, out ulong idHash), idHash));
        }
    }

    [Fact]
    public void Minus_zero_is_zero_and_finer_times_are_cut_as_in_the_Hive()
    {
        FieldBox box = Box(new AllTypesSync { Double = -0.0, Float = -0f, TimeOnly = new TimeOnly(19), DateTime = DateTime.UnixEpoch.AddTicks(-1) });

        Assert.Equal(0, BitConverter.DoubleToInt64Bits((double)Value(box, "double")!));
        Assert.Equal(0, BitConverter.DoubleToInt64Bits((double)Value(box, "float")!));
        AssertValue(box, "timeOnly", ("time", 1L));
        AssertValue(box, "dateTime", ("timestamp", -1L));
    }

    [Fact]
    public void A_number_that_the_Hive_cannot_hold_is_refused()
        => Assert.Throws<OverflowException>(() => Box(new AllTypesSync { ULong = ulong.MaxValue }));

    [Fact]
    public void Ids_of_every_type_are_fields_too()
    {
        Assert.Equal(5L, Box(new CountrySync { Id = 5 }, Country.Schema.Instance.Sync!).Values[0]);
        Assert.Equal(Guid.AllBitsSet, Box(new DeviceSync { Id = Guid.AllBitsSet }, Device.Schema.Instance.Sync!).Values[0]);
    }

    private async Task<string> AddFullAsync()
    {
        await hive.Accounts.AddAsync(new Account { Id = "acc_1", Email = "ada@example.com" });
        await hive.Countries.AddAsync(new Country { Id = 7, Code = "GB", Name = "Britain" });
        Device device = await hive.Devices.AddAsync(new Device { Name = "engine" });
        return (await hive.AllTypes.AddAsync(AllTypesSample.Full("acc_1", 7, device.Id))).Id;
    }

    private SyncRecord Read(string id, out (ulong Row, ulong Id) hash)
    {
        using HiveConnection connection = HiveConnection.OpenReadOnly(folder.File("hive.db"));
        Statement row = connection.Prepare(Model.SelectById);
        row.Bind(1, SqlValue.From(id));
        Assert.True(row.Step());
        hash = (RowScan.Hash(Model, row, out ulong idHash), idHash);
        SyncRecord record = Model.Read(new StatementSource(row));
        row.Reset();
        return record;
    }

    private static FieldBox Box(SyncRecord record, SyncModel? model = null)
    {
        model ??= Model;
        FieldBox box = new(model.Fields.Count);
        model.Write(record, box.Sink);
        return box;
    }

    private static string Text(SyncRecord record) => JsonSerializer.Serialize((AllTypesSync)record, Options);

    private static object? Value(FieldBox box, string name) => box.Values[Enumerable.Range(0, Model.Fields.Count).Single(field => Model.Fields[field].Name == name)];

    private static void AssertValue(FieldBox box, string name, object expected) => Assert.Equal(expected, Value(box, name));
}
