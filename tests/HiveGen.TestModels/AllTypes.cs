using System.Text.Json;
using System.Text.Json.Nodes;

namespace HiveGen.TestModels;

/// <summary>Every type a property may have, and its nullable form.</summary>
[HiveModel(Plural = "AllTypes", Table = "all_types", Sync = "all_types")]
public sealed partial class AllTypes
{
    public string Text { get; set; } = "";
    public string? TextOrNull { get; set; }
    public bool Bool { get; set; } = true;
    public bool? BoolOrNull { get; set; }
    public byte Byte { get; set; }
    public byte? ByteOrNull { get; set; }
    public sbyte SByte { get; set; } = -1;
    public sbyte? SByteOrNull { get; set; }
    public short Short { get; set; }
    public short? ShortOrNull { get; set; }
    public ushort UShort { get; set; }
    public ushort? UShortOrNull { get; set; }
    public int Int { get; set; } = 7;
    public int? IntOrNull { get; set; }
    public uint UInt { get; set; }
    public uint? UIntOrNull { get; set; }
    public long Long { get; set; } = 5_000_000_000;
    public long? LongOrNull { get; set; }
    public ulong ULong { get; set; }
    public ulong? ULongOrNull { get; set; }
    public float Float { get; set; } = 1.5f;
    public float? FloatOrNull { get; set; }
    public double Double { get; set; }
    public double? DoubleOrNull { get; set; }
    public decimal Decimal { get; set; } = 1.25m;
    [Scale(2)] public decimal? DecimalOrNull { get; set; }
    public DateTime DateTime { get; set; } = DateTime.UnixEpoch;
    public DateTime? DateTimeOrNull { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; } = DateTimeOffset.UnixEpoch;
    public DateTimeOffset? DateTimeOffsetOrNull { get; set; }
    public DateOnly DateOnly { get; set; } = new(2026, 11, 21);
    public DateOnly? DateOnlyOrNull { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeOnly? TimeOnlyOrNull { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public TimeSpan? TimeSpanOrNull { get; set; }
    public Guid Guid { get; set; } = Guid.Empty;
    public Guid? GuidOrNull { get; set; }
    public byte[] Blob { get; set; } = [];
    public byte[]? BlobOrNull { get; set; }
    public PostState Enum { get; set; } = PostState.Published;
    public PostState? EnumOrNull { get; set; }
    [JsonColumn] public JsonElement Element { get; set; } = JsonElement.Parse("{}");
    [JsonColumn] public JsonElement? ElementOrNull { get; set; }
    [JsonColumn] public JsonNode Node { get; set; } = new JsonObject();
    [JsonColumn] public JsonNode? NodeOrNull { get; set; }
    [JsonColumn(typeof(TestJson))] public List<string> Tags { get; set; } = [];
    [JsonColumn(typeof(TestJson))] public Address? Address { get; set; }
    [JsonColumn(typeof(TestJson))] public Spot? Spot { get; set; }
    public Link<Account>? Link { get; set; }
    public Link<Country, long>? LongLink { get; set; }
    public Link<Device, Guid>? GuidLink { get; set; }
}
