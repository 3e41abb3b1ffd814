using System.ComponentModel;
using System.Globalization;

namespace HiveGen;

/// <summary>The codecs of the types a property may have. Generated code adds those of enums and JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Codecs
{
    /// <summary>string.</summary>
    public static Codec<string?> Text { get; } = Of<string?>(SqlValue.From);

    /// <summary>string, never null.</summary>
    public static Codec<string> RequiredText { get; } = Of<string>(SqlValue.From);

    /// <summary>byte[], never null.</summary>
    public static Codec<byte[]> RequiredBlob { get; } = Of<byte[]>(SqlValue.From);

    /// <summary>bool.</summary>
    public static Codec<bool> Bool { get; } = Of<bool>(static value => SqlValue.From(value ? 1L : 0L));

    /// <summary>byte.</summary>
    public static Codec<byte> Byte { get; } = Of<byte>(static value => SqlValue.From((long)value));

    /// <summary>sbyte.</summary>
    public static Codec<sbyte> SByte { get; } = Of<sbyte>(static value => SqlValue.From((long)value));

    /// <summary>short.</summary>
    public static Codec<short> Int16 { get; } = Of<short>(static value => SqlValue.From((long)value));

    /// <summary>ushort.</summary>
    public static Codec<ushort> UInt16 { get; } = Of<ushort>(static value => SqlValue.From((long)value));

    /// <summary>int.</summary>
    public static Codec<int> Int32 { get; } = Of<int>(static value => SqlValue.From((long)value));

    /// <summary>uint.</summary>
    public static Codec<uint> UInt32 { get; } = Of<uint>(static value => SqlValue.From((long)value));

    /// <summary>long.</summary>
    public static Codec<long> Int64 { get; } = Of<long>(SqlValue.From);

    /// <summary>ulong, up to 2^63−1.</summary>
    public static Codec<ulong> UInt64 { get; } = Of<ulong>(static value => value <= long.MaxValue
        ? SqlValue.From((long)value)
        : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} is above {long.MaxValue}, the most a column holds.")));

    /// <summary>float.</summary>
    public static Codec<float> Single { get; } = Of<float>(static value => SqlValue.From((double)value));

    /// <summary>double.</summary>
    public static Codec<double> Double { get; } = Of<double>(SqlValue.From);

    /// <summary>DateTime.</summary>
    public static Codec<DateTime> DateTime { get; } = Of<DateTime>(static value => SqlValue.From(UnixMicros.Write(value)));

    /// <summary>DateTimeOffset.</summary>
    public static Codec<DateTimeOffset> DateTimeOffset { get; } = Of<DateTimeOffset>(static value => SqlValue.From(UnixMicros.Write(value)));

    /// <summary>DateOnly.</summary>
    public static Codec<DateOnly> DateOnly { get; } = Of<DateOnly>(static value => SqlValue.From(IsoDate.Write(value)));

    /// <summary>TimeOnly.</summary>
    public static Codec<TimeOnly> TimeOnly { get; } = Of<TimeOnly>(static value => SqlValue.From(UnixMicros.Write(value)));

    /// <summary>TimeSpan.</summary>
    public static Codec<TimeSpan> TimeSpan { get; } = Of<TimeSpan>(static value => SqlValue.From(UnixMicros.Write(value)));

    /// <summary>Guid, as lower-case text.</summary>
    public static Codec<Guid> Guid { get; } = Of<Guid>(static value => SqlValue.From(value.ToString("D")));

    /// <summary>byte[].</summary>
    public static Codec<byte[]?> Blob { get; } = Of<byte[]?>(SqlValue.From);

    /// <summary>decimal, by its scale.</summary>
    internal static IReadOnlyList<Codec<decimal>> Decimals { get; } = [.. Enumerable.Range(0, Scaled.MostPlaces + 1).Select(static places => Of<decimal>(value => SqlValue.From(Scaled.Write(value, places))))];

    /// <summary>decimal of this scale, from 0 to 18.</summary>
    public static Codec<decimal> Decimal(int places) => Decimals[places];

    /// <summary>The codec of the nullable form.</summary>
    public static Codec<T?> Nullable<T>(Codec<T> inner)
        where T : struct => Of<T?>(value => value is { } some ? inner.Encode(some) : SqlValue.Null);

    /// <summary>A codec of this function.</summary>
    public static Codec<T> Of<T>(Func<T, SqlValue> encode) => new FunctionCodec<T>(encode);

    private sealed class FunctionCodec<T>(Func<T, SqlValue> encode) : Codec<T>
    {
        public override SqlValue Encode(T value) => encode(value);
    }
}
