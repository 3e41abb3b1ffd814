using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HiveGen.Targets;

/// <summary>The value of a field, unboxed: a reference, or up to 16 bytes.</summary>
internal struct FieldValue
{
    private static readonly object Present = new();

    private object? reference;
    private Bits bits;

    /// <summary>What C# gives a value that nobody sets.</summary>
    public static FieldValue Zero => new() { reference = Present };

    public readonly bool IsNull => reference is null;

    public readonly string? Text => (string?)reference;

    public readonly byte[]? Blob => (byte[]?)reference;

    public readonly JsonElement? Json => (JsonElement?)reference;

    /// <summary>The value that was stored as this type; null when it is null.</summary>
    public readonly T? Get<T>()
        where T : unmanaged
        => reference is null ? null : Unsafe.As<Bits, T>(ref Unsafe.AsRef(in bits));

    /// <summary>A value of a class, or a boxed JSON element.</summary>
    public static FieldValue Of(object? value) => new() { reference = value };

    /// <summary>A value of at most 16 bytes, as every type of <see cref="FieldKind"/> is that is no class.</summary>
    public static FieldValue Of<T>(T? value)
        where T : unmanaged
    {
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
