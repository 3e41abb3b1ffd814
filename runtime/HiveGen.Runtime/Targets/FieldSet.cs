using System.Numerics;

namespace HiveGen.Targets;

/// <summary>Which fields of a sync record were given: up to 128, which the generator enforces.</summary>
public struct FieldSet : IEquatable<FieldSet>
{
    private ulong low, high;

    /// <summary>Whether no field was given.</summary>
    public readonly bool IsEmpty => (low | high) == 0;

    /// <summary>How many fields were given.</summary>
    public readonly int Count => BitOperations.PopCount(low) + BitOperations.PopCount(high);

    /// <summary>Whether the field was given.</summary>
    public readonly bool Has(int field) => ((field < 64 ? low : high) >> field & 1) != 0;

    /// <summary>Notes that the field was given.</summary>
    public void Add(int field)
    {
        // A shift counts modulo 64.
        if (field < 64)
        {
            low |= 1UL << field;
        }
        else
        {
            high |= 1UL << field;
        }
    }

    /// <summary>These fields but not the others.</summary>
    public readonly FieldSet Without(FieldSet others) => new() { low = low & ~others.low, high = high & ~others.high };

    /// <inheritdoc/>
    public readonly bool Equals(FieldSet other) => low == other.low && high == other.high;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is FieldSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(low, high);
}
