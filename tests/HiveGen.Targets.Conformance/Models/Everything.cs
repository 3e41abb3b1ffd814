using System.Text.Json;

namespace HiveGen.Targets.Conformance;

/// <summary>Every type a synced field may have, and its nullable twin.</summary>
[HiveModel(Plural = "Everythings", Sync = "everything")]
public sealed partial class Everything
{
    public string Text { get; set; } = "";
    public string? TextOrNull { get; set; }
    public bool Bool { get; set; }
    public bool? BoolOrNull { get; set; }
    public int Int { get; set; }
    public int? IntOrNull { get; set; }
    public long Long { get; set; }
    public long? LongOrNull { get; set; }
    public double Double { get; set; }
    public double? DoubleOrNull { get; set; }
    public float? Single { get; set; }
    public decimal Decimal { get; set; }
    [Scale(2)] public decimal? DecimalOrNull { get; set; }
    [Scale(18)] public decimal? Fine { get; set; }
    [Scale(0)] public decimal? Whole { get; set; }
    public DateTimeOffset Timestamp { get; set; } = DateTimeOffset.UnixEpoch;
    public DateTimeOffset? TimestampOrNull { get; set; }
    public DateOnly Date { get; set; } = new(1970, 1, 1);
    public DateOnly? DateOrNull { get; set; }
    public TimeOnly Time { get; set; }
    public TimeOnly? TimeOrNull { get; set; }
    public TimeSpan Duration { get; set; }
    public TimeSpan? DurationOrNull { get; set; }
    public Guid Guid { get; set; }
    public Guid? GuidOrNull { get; set; }
    public byte[] Blob { get; set; } = [];
    public byte[]? BlobOrNull { get; set; }
    public Colour Enum { get; set; }
    public Colour? EnumOrNull { get; set; }
    [JsonColumn] public JsonElement Json { get; set; } = JsonElement.Parse("{}");
    [JsonColumn] public JsonElement? JsonOrNull { get; set; }
    public Link<Note>? Note { get; set; }
    public Link<Counter, long>? Counter { get; set; }
    public Link<Beacon, Guid>? Beacon { get; set; }
}
