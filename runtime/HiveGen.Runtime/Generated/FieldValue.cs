using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HiveGen.Generated;

[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct FieldValue
{
    private static readonly object Present = new();

    private object? reference;
    private Bits bits;

    /// <summary>What C# gives a value that nobody sets.</summary>
    internal static FieldValue Zero => new() { reference = Present };

    /// <summary>Whether there is no value.</summary>
    public readonly bool IsNull => reference is null;

    /// <summary>The value that was stored as this type; null when it is null.</summary>
    internal readonly T? Get<T>()
        where T : unmanaged
        => reference is null ? null : Unsafe.As<Bits, T>(ref Unsafe.AsRef(in bits));

    /// <summary>A value of a class, or a boxed JSON element.</summary>
    internal static FieldValue Of(object? value) => new() { reference = value };

    /// <summary>A value of at most 16 bytes, as every type of <see cref="FieldKind"/> is that is no class.</summary>
    /// <exception cref="ArgumentException">It is larger, and would be written over what lies beside it.</exception>
    internal static FieldValue Of<T>(T? value)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() > Unsafe.SizeOf<Bits>())
        {
            throw new ArgumentException($"{typeof(T)} has more bytes than a field holds.", nameof(value));
        }

        FieldValue made = default;
        if (value is { } some)
        {
            made.reference = Present;
            Unsafe.As<Bits, T>(ref made.bits) = some;
        }

        return made;
    }

    /// <summary>The value of a box, of the type that the kind has.</summary>
    internal static FieldValue Unboxed(FieldKind kind, object? value) => value is null ? default : kind switch
    {
        FieldKind.Bool => OfBool((bool)value),
        FieldKind.Byte => OfByte((byte)value),
        FieldKind.SByte => OfSByte((sbyte)value),
        FieldKind.Int16 => OfInt16((short)value),
        FieldKind.UInt16 => OfUInt16((ushort)value),
        FieldKind.Int32 => OfInt32((int)value),
        FieldKind.UInt32 => OfUInt32((uint)value),
        FieldKind.Int64 => OfInt64((long)value),
        FieldKind.UInt64 => OfUInt64((ulong)value),
        FieldKind.Single => OfSingle((float)value),
        FieldKind.Double => OfDouble((double)value),
        FieldKind.Decimal => OfDecimal((decimal)value),
        FieldKind.DateTime => OfDateTime((DateTime)value),
        FieldKind.DateTimeOffset => OfDateTimeOffset((DateTimeOffset)value),
        FieldKind.DateOnly => OfDateOnly((DateOnly)value),
        FieldKind.TimeOnly => OfTimeOnly((TimeOnly)value),
        FieldKind.TimeSpan => OfTimeSpan((TimeSpan)value),
        FieldKind.Guid => OfGuid((Guid)value),
        _ => OfObject(value),
    };

    [InlineArray(2)]
    private struct Bits
    {
        private ulong first;
    }
}
