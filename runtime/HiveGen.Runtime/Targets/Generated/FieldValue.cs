using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace HiveGen.Targets;

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

    [InlineArray(2)]
    private struct Bits
    {
        private ulong first;
    }
}
