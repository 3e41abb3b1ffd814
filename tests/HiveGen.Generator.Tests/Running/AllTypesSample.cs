using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.TestModels;

namespace HiveGen.Generator.Tests;

/// <summary>A record that uses every type, and the comparison of two such records.</summary>
internal static class AllTypesSample
{
    public static AllTypes Full(string account, long country, Guid device) => new()
    {
        Text = "Zoë \U0001F41D '\"",
        TextOrNull = "",
        BoolOrNull = false,
        Byte = byte.MaxValue,
        ByteOrNull = 1,
        SByte = sbyte.MinValue,
        SByteOrNull = -2,
        Short = short.MinValue,
        ShortOrNull = 3,
        UShort = ushort.MaxValue,
        UShortOrNull = 4,
        Int = int.MinValue,
        IntOrNull = 5,
        UInt = uint.MaxValue,
        UIntOrNull = 6,
        Long = long.MinValue,
        LongOrNull = long.MaxValue,
        ULong = long.MaxValue,
        ULongOrNull = 7,
        Float = float.MaxValue,
        FloatOrNull = -0.1f,
        Double = double.Epsilon,
        DoubleOrNull = double.MinValue,
        Decimal = -12345678901234.5678m,
        DecimalOrNull = 3.1m,
        DateTime = new DateTime(2026, 11, 21, 20, 0, 0, DateTimeKind.Utc).AddTicks(19),
        DateTimeOrNull = DateTime.MinValue.ToUniversalTime(),
        DateTimeOffset = new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.FromHours(2)).AddTicks(9),
        DateTimeOffsetOrNull = DateTimeOffset.MaxValue,
        DateOnly = DateOnly.MinValue,
        DateOnlyOrNull = DateOnly.MaxValue,
        TimeOnly = new TimeOnly(23, 59, 59, 999),
        TimeOnlyOrNull = TimeOnly.MinValue,
        TimeSpan = TimeSpan.FromHours(-30),
        TimeSpanOrNull = TimeSpan.FromMicroseconds(1),
        Guid = Guid.Parse("ABCDEF01-2345-6789-abcd-ef0123456789"),
        GuidOrNull = Guid.Empty,
        Blob = [0, 1, 255],
        BlobOrNull = [],
        Enum = PostState.Archived,
        EnumOrNull = PostState.Draft,
        Element = JsonElement.Parse("""{"a": [1, null]}"""),
        ElementOrNull = JsonElement.Parse("null"),
        Node = new JsonArray(1, "x"),
        NodeOrNull = JsonValue.Create(1),
        Tags = ["a", "b"],
        Address = new Address("Street", "City"),
        Spot = new Spot(1.5, -2),
        Link = new Link<Account>(account),
        LongLink = country,
        GuidLink = device,
    };

    public static void AssertSame(AllTypes expected, AllTypes actual)
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = HiveJson.Instance };
        Assert.Equal(JsonSerializer.Serialize(expected, options), JsonSerializer.Serialize(actual, options));
        Assert.Equal(expected.Blob, actual.Blob);
        Assert.Equal(expected.DateTime, actual.DateTime);
        Assert.Equal(DateTimeKind.Utc, actual.DateTime.Kind);
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Address, actual.Address);
        Assert.Equal(expected.Spot, actual.Spot);
        Assert.Equal(expected.ElementOrNull?.ValueKind, actual.ElementOrNull?.ValueKind);
        Assert.Equal(expected.Float, actual.Float);
        Assert.Equal(expected.Double, actual.Double);
    }
}
