using System.Globalization;
using System.Text.Json;
using HiveGen.TestModels;
using HiveGen.Tests;
using Microsoft.Data.Sqlite;

namespace HiveGen.Culture.Tests;

[Collection(nameof(Cultures))]
public sealed class RuntimeCultureTests
{
    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = HiveJson.Instance };

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public void What_is_stored_found_refused_and_written_as_JSON_is_the_same_everywhere(string culture)
    {
        List<string> expected = Cultures.In(CultureInfo.InvariantCulture, static () => RunAsync());

        Assert.Equal(expected, Cultures.In(CultureInfo.GetCultureInfo(culture), static () => RunAsync()));
    }

    private static async Task<List<string>> RunAsync()
    {
        using TestFolder folder = new();
        List<string> seen = [];
        await using (Hive hive = Hive.Open(new HiveOptions { Path = folder.File("test.db") }))
        {
            AllTypes stored = await hive.AllTypes.AddAsync(Sample("all_1", -1.25m, new DateOnly(1999, 12, 31)));
            await hive.AllTypes.AddAsync(Sample("all_2", 1234.5m, null));
            seen.Add(JsonSerializer.Serialize(hive.AllTypes.Get(stored.Id), Json));
            seen.Add(JsonSerializer.Serialize(JsonSerializer.Deserialize<AllTypes>(seen[0], Json), Json));
            seen.Add(string.Join(",", hive.AllTypes.Where(static p => p.Decimal < -1.2m & p.DateOnlyOrNull < new DateOnly(2000, 1, 1) | p.Text.StartsWith("ı")).ToList().Select(static r => r.Id)));
            seen.Add(string.Join(",", hive.AllTypes.Where(static p => p.Int.In(Enumerable.Range(-20, 40)) & p.Double.In(-0.5)).ToList().Select(static r => r.Id)));
            string? next = hive.AllTypes.OrderByDescending(static p => p.DateOnlyOrNull).Page(1).Next;
            seen.Add(hive.AllTypes.OrderByDescending(static p => p.DateOnlyOrNull).Page(1, next).Items[0].Id + next);
            seen.Add((await hive.AllTypes.SetAsync(stored.Id, static p => new() { Int = p.Int - 1, Decimal = p.Decimal + 0.5m, Double = p.Double - 0.25 }))!.Double.ToString("R", CultureInfo.InvariantCulture));
            await RefuseAsync(seen, async () => await hive.Posts.AddAsync(new Post { Account = "x", Title = "", Views = -1, Price = 1.234m, State = (PostState)(-3) }));
            await RefuseAsync(seen, async () => await hive.AllTypes.SetAsync(stored.Id, new() { Decimal = -1.23456m, ULong = ulong.MaxValue }));
            await RefuseAsync(seen, async () => await hive.AllTypes.SetAsync(stored.Id, static p => new() { SByte = p.SByte - 127 }));
            await RefuseAsync(seen, async () => await hive.Cities.AddAsync(new City("c", -5L)));
            await RefuseAsync(seen, () => Task.FromResult(hive.Posts.Where(static p => p.Price == -1.234m)));
        }

        seen.AddRange(Dump(folder.File("test.db")));
        return seen;
    }

    private static AllTypes Sample(string id, decimal number, DateOnly? day) => new()
    {
        Id = id,
        Text = "ıIİi",
        Int = -12,
        SByte = -2,
        Float = -1.5f,
        Double = -0.5,
        Decimal = number,
        DateTime = new DateTime(2026, 11, 21, 20, 15, 30, DateTimeKind.Utc),
        DateTimeOffset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3)),
        DateOnlyOrNull = day,
        TimeOnlyOrNull = new TimeOnly(13, 14, 15),
        TimeSpanOrNull = TimeSpan.FromMinutes(-90.5),
        Guid = new Guid("ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB"),
        EnumOrNull = PostState.Archived,
        Tags = ["I", "ı"],
    };

    private static async Task RefuseAsync(List<string> seen, Func<Task> write) => seen.Add((await Assert.ThrowsAnyAsync<Exception>(write)).Message);

    private static List<string> Dump(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT quote(decimal) || quote(double) || quote(date_time) || quote(date_only_or_null) || quote(time_only_or_null) || quote(time_span_or_null) || quote(guid) || quote(enum_or_null) || quote(tags) || quote(text) FROM all_types ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
