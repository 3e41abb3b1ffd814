namespace HiveGen;

/// <summary>The codecs of nullable values, each made once.</summary>
internal static class NullableCodecs
{
    private static readonly Codec<decimal?>[] Decimals = [.. Codecs.Decimals.Select(Codecs.Nullable)];

    public static Codec<bool?> Bool { get; } = Codecs.Nullable(Codecs.Bool);

    public static Codec<byte?> Byte { get; } = Codecs.Nullable(Codecs.Byte);

    public static Codec<sbyte?> SByte { get; } = Codecs.Nullable(Codecs.SByte);

    public static Codec<short?> Int16 { get; } = Codecs.Nullable(Codecs.Int16);

    public static Codec<ushort?> UInt16 { get; } = Codecs.Nullable(Codecs.UInt16);

    public static Codec<int?> Int32 { get; } = Codecs.Nullable(Codecs.Int32);

    public static Codec<uint?> UInt32 { get; } = Codecs.Nullable(Codecs.UInt32);

    public static Codec<long?> Int64 { get; } = Codecs.Nullable(Codecs.Int64);

    public static Codec<ulong?> UInt64 { get; } = Codecs.Nullable(Codecs.UInt64);

    public static Codec<float?> Single { get; } = Codecs.Nullable(Codecs.Single);

    public static Codec<double?> Double { get; } = Codecs.Nullable(Codecs.Double);

    public static Codec<DateTime?> DateTime { get; } = Codecs.Nullable(Codecs.DateTime);

    public static Codec<DateTimeOffset?> DateTimeOffset { get; } = Codecs.Nullable(Codecs.DateTimeOffset);

    public static Codec<DateOnly?> DateOnly { get; } = Codecs.Nullable(Codecs.DateOnly);

    public static Codec<TimeOnly?> TimeOnly { get; } = Codecs.Nullable(Codecs.TimeOnly);

    public static Codec<TimeSpan?> TimeSpan { get; } = Codecs.Nullable(Codecs.TimeSpan);

    public static Codec<Guid?> Guid { get; } = Codecs.Nullable(Codecs.Guid);

    public static Codec<decimal?> Decimal(int places) => Decimals[places];
}
