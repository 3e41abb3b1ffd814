namespace HiveGen.Targets;

/// <summary>Which fields of a sync record were given: up to 128, which the generator enforces.</summary>
public struct FieldSet : IEquatable<FieldSet>
{
    private UInt128 bits;

    /// <summary>Whether no field was given.</summary>
    public readonly bool IsEmpty => bits == UInt128.Zero;

    /// <summary>Whether the field was given.</summary>
    public readonly bool Has(int field) => (bits >> field & UInt128.One) != UInt128.Zero;

    /// <summary>Notes that the field was given.</summary>
    public void Add(int field) => bits |= UInt128.One << field;

    /// <summary>These fields but not the others.</summary>
    public readonly FieldSet Without(FieldSet others) => new() { bits = bits & ~others.bits };

    /// <inheritdoc/>
    public readonly bool Equals(FieldSet other) => bits == other.bits;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is FieldSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => bits.GetHashCode();
}
