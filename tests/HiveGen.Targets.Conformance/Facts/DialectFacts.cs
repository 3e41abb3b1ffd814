using System.Globalization;
using System.Text.Json;

namespace HiveGen.Targets.Conformance;

/// <summary>Values that one database or another bends, through a real Hive and its dispatcher: they arrive as the Hive has them.</summary>
public abstract class DialectFacts(TargetProbe probe) : ConformanceTests(probe)
{
    [ServerFact]
    public Task Texts_of_every_script_arrive() => ArriveAsync(
        new Everything { Text = "Grüße, мир, 世界, עולם, नमस्ते" },
        new Everything { Text = "🐝 👩‍👩‍👧‍👦 𝕳 \U0010FFFF \uFFFF\uFFFE" },
        new Everything { Text = "e\u0301 and \u00e9 are two" }, // a combining mark is kept apart
        new Everything { Text = "\t\r\n \u0001\u001f\u007f\u0085\u2028\u2029\ufeff" },
        new Everything { Text = "it's \"quoted\" `so` [and] {so} \\ \\n \\u0041 %s $1 ?1 :p @p -- /* */ ; $$" },
        new Everything { Text = " both ends ", TextOrNull = "NULL" });

    [ServerFact]
    public Task Empty_is_not_null() => ArriveAsync(
        new Everything { Text = "", TextOrNull = "", Blob = [], BlobOrNull = [], BoolOrNull = false, LongOrNull = 0, DoubleOrNull = 0, DecimalOrNull = 0, GuidOrNull = Guid.Empty, TimeOrNull = default, DurationOrNull = default, EnumOrNull = Colour.Red },
        new Everything());

    [ServerFact]
    public Task Whole_numbers_arrive_exactly() => ArriveAsync([.. new[]
    {
        long.MinValue, long.MinValue + 1, -(1L << 53) - 1, -(1L << 53), -(1L << 53) + 1, int.MinValue, -1, 1, int.MaxValue, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue,
    }.Select(static value => new Everything { Long = value, LongOrNull = value, Int = (int)Math.Clamp(value, int.MinValue, int.MaxValue), IntOrNull = int.MinValue })]);

    [ServerFact]
    public Task Floating_point_numbers_arrive_exactly() => ArriveAsync([.. new[]
    {
        double.Epsilon, -double.Epsilon, 2.2250738585072009e-308, 2.2250738585072014e-308, double.MaxValue, double.MinValue, 0.1 + 0.2, 1 / 3d, 1e22, 1e23, 123456789012345680, 9007199254740993d, -0.0, Math.PI, 5e-324,
    }.Select(static value => new Everything { Double = value, DoubleOrNull = value, Single = float.Epsilon })]);

    [ServerFact]
    public Task Singles_arrive_exactly() => ArriveAsync([.. new[] { float.MaxValue, float.MinValue, float.Epsilon, 0.1f, 16777217f, -0.0f }.Select(static value => new Everything { Single = value })]);

    [ServerFact]
    public Task Decimals_of_full_scale_arrive_exactly() => ArriveAsync(
        new Everything { Decimal = 922337203685477.5807m, DecimalOrNull = 92233720368547758.07m, Fine = 9.223372036854775807m, Whole = 9223372036854775807m },
        new Everything { Decimal = -922337203685477.5807m, DecimalOrNull = -92233720368547758.07m, Fine = -9.223372036854775807m, Whole = -9223372036854775807m },
        new Everything { Decimal = 0.0001m, DecimalOrNull = 0.01m, Fine = 0.000000000000000001m, Whole = 1m },
        new Everything { Decimal = -0.0001m, DecimalOrNull = 1.10m, Fine = 0.1m, Whole = 9007199254740993m },
        new Everything { Decimal = 10.0000m, DecimalOrNull = 0.30m, Fine = 1.000000000000000000m, Whole = 0m });

    [ServerFact]
    public Task Instants_keep_their_microseconds_before_1970_too() => ArriveAsync([.. new[]
    {
        "2026-11-21T12:34:56.789012Z", "2026-11-21T23:59:59.999999Z", "2026-11-21T12:34:56.000001+14:00", "1969-12-31T23:59:59.999999Z", "1900-02-28T00:00:00.000001Z", "1582-10-04T12:00:00Z",
        "1000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-03-29T02:30:00Z", "2038-01-19T03:14:08Z", "1970-01-01T00:00:00Z",
    }.Select(static text => new Everything { Timestamp = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), TimestampOrNull = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) })]);

    [ServerFact]
    public Task Dates_times_and_durations_arrive() => ArriveAsync(
        new Everything { Date = new(1969, 12, 31), DateOrNull = new(9999, 12, 31), Time = TimeOnly.MinValue, TimeOrNull = new(23, 59, 59, 999, 999), Duration = TimeSpan.FromMicroseconds(1), DurationOrNull = TimeSpan.FromMicroseconds(-1) },
        new Everything { Date = new(1000, 1, 1), DateOrNull = new(2024, 2, 29), Time = new(12, 0, 0, 0, 1), TimeOrNull = new(0, 0, 1), Duration = TimeSpan.FromDays(-400), DurationOrNull = new TimeSpan(10_000, 23, 59, 59, 999, 999) },
        new Everything { Date = new(1582, 10, 10), Duration = TimeSpan.FromHours(838) + TimeSpan.FromHours(1), DurationOrNull = TimeSpan.FromHours(25) });

    [ServerFact]
    public Task Guids_arrive() => ArriveAsync(
        new Everything { Guid = Guid.Empty, GuidOrNull = Guid.AllBitsSet },
        new Everything { Guid = new("00112233-4455-6677-8899-aabbccddeeff"), GuidOrNull = new("AABBCCDD-EEFF-0011-2233-445566778899") });

    [ServerFact]
    public Task Bytes_arrive() => ArriveAsync(
        new Everything { Blob = [0], BlobOrNull = [.. Enumerable.Range(0, 256).Select(static i => (byte)i)] },
        new Everything { Blob = [0xff, 0xfe, 0, 0x27, 0x5c, 0x22], BlobOrNull = new byte[200_000] });

    [ServerFact]
    public Task Json_arrives() => ArriveAsync([.. new[]
    {
        """{"a":{"b":[1,2.5,-3e10,true,false,null,"x"]},"":"empty name","ü🐝":"\u00fc"}""", "[]", "{}", "\"text\"", "1.5", "true", "[[[[[[[[]]]]]]]]", """{"_id":1,"$set":2,"a.b":3,"__proto__":4}""", """{"b":1,"a":2}""", "9007199254740991",
    }.Select(static text => new Everything { Json = JsonElement.Parse(text), JsonOrNull = JsonElement.Parse(text) })]);

    [ServerFact]
    public Task Enums_and_bools_arrive() => ArriveAsync(
        new Everything { Enum = Colour.UltraViolet, EnumOrNull = Colour.Green, Bool = true, BoolOrNull = true }, new Everything { Enum = Colour.Red, EnumOrNull = null, Bool = false, BoolOrNull = false });

    [ServerFact]
    public Task A_megabyte_of_text_arrives()
    {
        string text = string.Concat(Enumerable.Repeat("0123456789 ", (Probe.LongestText / 11) + 1))[..Probe.LongestText];
        return ArriveAsync(new Everything { TextOrNull = text });
    }

    [ServerFact]
    public async Task A_field_becomes_null_and_a_value_again()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        Everything record = await hive.Hive.Everythings.AddAsync(new Everything { TextOrNull = "x", LongOrNull = 1, JsonOrNull = JsonElement.Parse("1"), BlobOrNull = [1], TimestampOrNull = DateTimeOffset.UnixEpoch, DecimalOrNull = 1, EnumOrNull = Colour.Green });
        await ArriveAsync(hive);
        await hive.Hive.Everythings.SetAsync(record.Id, new Everything.Changes { TextOrNull = null, LongOrNull = null, JsonOrNull = null, BlobOrNull = null, TimestampOrNull = null, DecimalOrNull = null, EnumOrNull = null });
        await ArriveAsync(hive);
        await hive.Hive.Everythings.SetAsync(record.Id, new Everything.Changes { TextOrNull = "", LongOrNull = 0, BlobOrNull = Array.Empty<byte>(), DecimalOrNull = 0m });
        await ArriveAsync(hive);
    }

    // A Hive takes no NUL in what is synced, but other programs may write one while it is closed.
    [ServerFact]
    public async Task NUL_is_stored_or_refused_and_never_cuts_a_text()
    {
        await PrepareAsync();
        SyncItem item = Items.Note("n1", 5, "before\0after", "\0");
        if (Probe.StoresNul)
        {
            await ApplyAsync(item);
            await StoredAsync(item);
            return;
        }

        try
        {
            Assert.Equal(ItemStatus.Permanent, await StatusOf(item));
        }
        catch (TargetException refused)
        {
            Assert.Equal(TargetFailure.Batch, refused.Failure);
        }

        await StoredAsync();
    }

    private async Task ArriveAsync(params Everything[] records)
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Everythings.AddAsync(records);
        await ArriveAsync(hive);
    }

    private async Task ArriveAsync(SendingHive hive)
    {
        await hive.ArriveAsync();
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
        await hive.EqualsAsync(Probe);
        if (Probe.Verifies)
        {
            Assert.Empty((await hive.Hive.Sync.VerifyAsync(hive.Name)).Differences);
        }
    }
}
