using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Adapters.Http;
using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task What_came_over_HTTP_is_byte_for_byte_what_came_directly()
    {
        string over = folder.File("over.db"), direct = folder.File("direct.db");
        await using CentralApp central = await CentralApp.StartAsync(over);
        await using (Hive hive = Hive.Open(new HiveOptions
        {
            Path = folder.File("edge.db"),
            Targets = { new RouterTarget("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret }), new SqliteTarget("direct", direct) },
        }))
        {
            hive.Sync.Start();
            await WriteAsync(hive);
            await hive.Sync.WhenIdleAsync();
            await hive.Countries.RemoveAsync(5); // a record that had arrived
            await hive.Sync.WhenIdleAsync();
            foreach (TargetStatus target in hive.Sync.Status.Targets)
            {
                VerifyReport report = await hive.Sync.VerifyAsync(target.Name);
                Assert.Equal((0L, 0L), (report.Different, report.Unsettled));
            }

            Assert.All(hive.Sync.Status.Targets, static target => Assert.Equal((0, 0), (target.Parked, target.Dead)));
        }

        Assert.Equal(["null|null"], Sql.Read(folder.File("edge.db"), "SELECT element, element_or_null FROM all_types WHERE element = 'null'"));
        Assert.Equal(["null|NULL"], Sql.Read(over, "SELECT element, element_or_null FROM all_types WHERE element = 'null'"));
        Sql.Read(folder.File("edge.db"), "UPDATE all_types SET element_or_null = NULL WHERE element_or_null = 'null'");
        Rows.AssertSame(folder.File("edge.db"), over);
        foreach (SyncModel model in CentralApp.Models)
        {
            string columns = string.Join(", ", model.Fields.Select(static field => $"quote(\"{field.Column}\")")) + ", _deleted, _home";
            Assert.Equal(Sql.Read(direct, $"SELECT {columns} FROM \"{model.Name}\" ORDER BY 1"), Sql.Read(over, $"SELECT {columns} FROM \"{model.Name}\" ORDER BY 1"));
        }

        Assert.Equal("2", Sql.ReadOne(over, "SELECT count(*) FROM countries WHERE _deleted = 0"));
        Assert.Equal("1", Sql.ReadOne(over, "SELECT count(*) FROM countries WHERE _deleted = 1"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task WriteAsync(Hive hive)
    {
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@x.example", Name = "\u0001\t\"\\/ <é𝄞🐝>\u2028" });
        await hive.Countries.AddAsync([new() { Id = long.MinValue, Code = "aa", Name = "" }, new() { Id = long.MaxValue, Code = "bb", Name = "Ü" }, new() { Id = 5, Code = "cc", Name = "gone" }]);
        await hive.Devices.AddAsync(new Device { Id = Guid.Parse("0123abcd-0000-4000-8000-0000000000ff"), Name = "d" });
        await hive.AllTypes.AddAsync(new AllTypes());
        await hive.AllTypes.AddAsync(new AllTypes { Element = JsonElement.Parse("null"), ElementOrNull = JsonElement.Parse("null") });
        await hive.AllTypes.AddAsync(new AllTypes
        {
            Text = new string('x', 100_000) + "\u007f\uffff🐝",
            TextOrNull = "",
            BoolOrNull = false,
            ByteOrNull = byte.MaxValue,
            SByteOrNull = sbyte.MinValue,
            ShortOrNull = short.MinValue,
            UShortOrNull = ushort.MaxValue,
            IntOrNull = int.MinValue,
            UIntOrNull = uint.MaxValue,
            LongOrNull = long.MinValue,
            ULongOrNull = long.MaxValue,
            FloatOrNull = float.Epsilon,
            DoubleOrNull = double.MaxValue,
            Double = -0.1,
            Decimal = 922337203685477.5807m,
            DecimalOrNull = -0.01m,
            DateTimeOrNull = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMicroseconds(1),
            DateTimeOffsetOrNull = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999),
            DateOnlyOrNull = DateOnly.MaxValue,
            TimeOnlyOrNull = new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(999_999)),
            TimeSpanOrNull = TimeSpan.FromDays(-3).Add(TimeSpan.FromMicroseconds(7)),
            GuidOrNull = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            BlobOrNull = [.. Enumerable.Range(0, 256).Select(static value => (byte)value)],
            EnumOrNull = PostState.Draft,
            Element = JsonElement.Parse("""{"a": [1.0, 1e400, "é\u0007"],  "b": {}}"""),
            ElementOrNull = JsonElement.Parse("12345678901234567890.10"),
            Node = new JsonArray(1, "two", null),
            NodeOrNull = JsonValue.Create("🐝"),
            Tags = ["a", "ü", ""],
            Address = new Address("s", "c"),
            Link = account.Id,
            LongLink = long.MaxValue,
        });
    }
}
