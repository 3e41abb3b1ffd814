using System.Text.Json;

namespace HiveGen.Generated;

/// <summary>
/// The value of a field: a reference, or up to 16 bytes, never boxed. Generated code hands the properties of records and DTOs over
/// in it. Its members are named after their types and not generic, because that is what the compiler binds quickest in every build.
/// </summary>
public partial struct FieldValue
{
    /// <summary>The value as text.</summary>
    public readonly string? Text => (string?)reference;

    /// <summary>The value as bytes.</summary>
    public readonly byte[]? Blob => (byte[]?)reference;

    /// <summary>The value as JSON.</summary>
    public readonly JsonElement? Json => (JsonElement?)reference;

    /// <summary>The value as an object of the app's.</summary>
    public readonly object? Object => reference;

    /// <summary>The value as bool; zero when it is null.</summary>
    public readonly bool Bool => Get<bool>().GetValueOrDefault();

    /// <summary>The value as bool, or null.</summary>
    public readonly bool? BoolOrNull => Get<bool>();

    /// <summary>The value as byte; zero when it is null.</summary>
    public readonly byte Byte => Get<byte>().GetValueOrDefault();

    /// <summary>The value as byte, or null.</summary>
    public readonly byte? ByteOrNull => Get<byte>();

    /// <summary>The value as sbyte; zero when it is null.</summary>
    public readonly sbyte SByte => Get<sbyte>().GetValueOrDefault();

    /// <summary>The value as sbyte, or null.</summary>
    public readonly sbyte? SByteOrNull => Get<sbyte>();

    /// <summary>The value as short; zero when it is null.</summary>
    public readonly short Int16 => Get<short>().GetValueOrDefault();

    /// <summary>The value as short, or null.</summary>
    public readonly short? Int16OrNull => Get<short>();

    /// <summary>The value as ushort; zero when it is null.</summary>
    public readonly ushort UInt16 => Get<ushort>().GetValueOrDefault();

    /// <summary>The value as ushort, or null.</summary>
    public readonly ushort? UInt16OrNull => Get<ushort>();

    /// <summary>The value as int; zero when it is null.</summary>
    public readonly int Int32 => Get<int>().GetValueOrDefault();

    /// <summary>The value as int, or null.</summary>
    public readonly int? Int32OrNull => Get<int>();

    /// <summary>The value as uint; zero when it is null.</summary>
    public readonly uint UInt32 => Get<uint>().GetValueOrDefault();

    /// <summary>The value as uint, or null.</summary>
    public readonly uint? UInt32OrNull => Get<uint>();

    /// <summary>The value as long; zero when it is null.</summary>
    public readonly long Int64 => Get<long>().GetValueOrDefault();

    /// <summary>The value as long, or null.</summary>
    public readonly long? Int64OrNull => Get<long>();

    /// <summary>The value as ulong; zero when it is null.</summary>
    public readonly ulong UInt64 => Get<ulong>().GetValueOrDefault();

    /// <summary>The value as ulong, or null.</summary>
    public readonly ulong? UInt64OrNull => Get<ulong>();

    /// <summary>The value as float; zero when it is null.</summary>
    public readonly float Single => Get<float>().GetValueOrDefault();

    /// <summary>The value as float, or null.</summary>
    public readonly float? SingleOrNull => Get<float>();

    /// <summary>The value as double; zero when it is null.</summary>
    public readonly double Double => Get<double>().GetValueOrDefault();

    /// <summary>The value as double, or null.</summary>
    public readonly double? DoubleOrNull => Get<double>();

    /// <summary>The value as decimal; zero when it is null.</summary>
    public readonly decimal Decimal => Get<decimal>().GetValueOrDefault();

    /// <summary>The value as decimal, or null.</summary>
    public readonly decimal? DecimalOrNull => Get<decimal>();

    /// <summary>The value as DateTime; zero when it is null.</summary>
    public readonly DateTime DateTime => Get<DateTime>().GetValueOrDefault();

    /// <summary>The value as DateTime, or null.</summary>
    public readonly DateTime? DateTimeOrNull => Get<DateTime>();

    /// <summary>The value as DateTimeOffset; zero when it is null.</summary>
    public readonly DateTimeOffset DateTimeOffset => Get<DateTimeOffset>().GetValueOrDefault();

    /// <summary>The value as DateTimeOffset, or null.</summary>
    public readonly DateTimeOffset? DateTimeOffsetOrNull => Get<DateTimeOffset>();

    /// <summary>The value as DateOnly; zero when it is null.</summary>
    public readonly DateOnly DateOnly => Get<DateOnly>().GetValueOrDefault();

    /// <summary>The value as DateOnly, or null.</summary>
    public readonly DateOnly? DateOnlyOrNull => Get<DateOnly>();

    /// <summary>The value as TimeOnly; zero when it is null.</summary>
    public readonly TimeOnly TimeOnly => Get<TimeOnly>().GetValueOrDefault();

    /// <summary>The value as TimeOnly, or null.</summary>
    public readonly TimeOnly? TimeOnlyOrNull => Get<TimeOnly>();

    /// <summary>The value as TimeSpan; zero when it is null.</summary>
    public readonly TimeSpan TimeSpan => Get<TimeSpan>().GetValueOrDefault();

    /// <summary>The value as TimeSpan, or null.</summary>
    public readonly TimeSpan? TimeSpanOrNull => Get<TimeSpan>();

    /// <summary>The value as Guid; zero when it is null.</summary>
    public readonly Guid Guid => Get<Guid>().GetValueOrDefault();

    /// <summary>The value as Guid, or null.</summary>
    public readonly Guid? GuidOrNull => Get<Guid>();

    /// <summary>The value as an enum; zero when it is null.</summary>
    public readonly T Enum<T>()
        where T : unmanaged, Enum
        => Get<T>().GetValueOrDefault();

    /// <summary>The value as an enum, or null.</summary>
    public readonly T? EnumOrNull<T>()
        where T : unmanaged, Enum
        => Get<T>();
}
