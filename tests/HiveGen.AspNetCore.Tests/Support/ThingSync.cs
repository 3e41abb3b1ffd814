using System.Text.Json;
using System.Text.Json.Serialization;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests;

[JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
public enum Mood
{
    Calm,
    Wild,
}

/// <summary>A field of every type.</summary>
public sealed class ThingSync : SyncRecord
{
    private long? id, big;
    private string? code;
    private bool? flag;
    private byte? small;
    private double? ratio;
    private decimal? price;
    private DateTime? at;
    private DateOnly? day;
    private TimeOnly? time;
    private TimeSpan? span;
    private Guid? key;
    private byte[]? bytes;
    private Mood? mood;
    private JsonElement? tree;

    public long? Id { get => id; set { id = value; Give(0); } }

    public string? Code { get => code; set { code = value; Give(1); } }

    public bool? Flag { get => flag; set { flag = value; Give(2); } }

    public byte? Small { get => small; set { small = value; Give(3); } }

    public long? Big { get => big; set { big = value; Give(4); } }

    public double? Ratio { get => ratio; set { ratio = value; Give(5); } }

    public decimal? Price { get => price; set { price = value; Give(6); } }

    public DateTime? At { get => at; set { at = value; Give(7); } }

    public DateOnly? Day { get => day; set { day = value; Give(8); } }

    public TimeOnly? Time { get => time; set { time = value; Give(9); } }

    public TimeSpan? Span { get => span; set { span = value; Give(10); } }

    public Guid? Key { get => key; set { key = value; Give(11); } }

    public byte[]? Bytes { get => bytes; set { bytes = value; Give(12); } }

    public Mood? Mood { get => mood; set { mood = value; Give(13); } }

    public JsonElement? Tree { get => tree; set { tree = value; Give(14); } }
}
