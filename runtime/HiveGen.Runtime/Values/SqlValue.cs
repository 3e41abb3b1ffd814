using System.Globalization;

namespace HiveGen;

/// <summary>One value as SQLite holds it. A struct, so that parameters are never boxed.</summary>
public readonly struct SqlValue : IEquatable<SqlValue>
{
    private readonly object? reference;
    private readonly long bits;

    private SqlValue(SqlKind kind, long bits, object? reference)
    {
        Kind = kind;
        this.bits = bits;
        this.reference = reference;
    }

    /// <summary>NULL; also <c>default</c>.</summary>
    public static SqlValue Null => default;

    /// <summary>The storage class.</summary>
    public SqlKind Kind { get; }

    /// <summary>Whether this is NULL.</summary>
    public bool IsNull => Kind == SqlKind.Null;

    /// <summary>The INTEGER value; meaningless for another kind.</summary>
    public long Int64 => bits;

    /// <summary>The REAL value; meaningless for another kind.</summary>
    public double Double => BitConverter.Int64BitsToDouble(bits);

    /// <summary>The TEXT value; null for another kind.</summary>
    public string? Text => reference as string;

    /// <summary>The BLOB value; null for another kind.</summary>
    public byte[]? Blob => reference as byte[];

    /// <summary>An INTEGER.</summary>
    public static SqlValue From(long value) => new(SqlKind.Integer, value, null);

    /// <summary>A REAL.</summary>
    public static SqlValue From(double value) => new(SqlKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>A TEXT, or NULL for null.</summary>
    public static SqlValue From(string? value) => value is null ? default : new(SqlKind.Text, 0, value);

    /// <summary>A BLOB, or NULL for null. The array is not copied.</summary>
    public static SqlValue From(byte[]? value) => value is null ? default : new(SqlKind.Blob, 0, value);

    /// <inheritdoc/>
    public bool Equals(SqlValue other) => Kind == other.Kind && bits == other.bits && Kind switch
    {
        SqlKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        SqlKind.Blob => Blob.AsSpan().SequenceEqual(other.Blob),
        _ => true,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SqlValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        SqlKind.Text => StringComparer.Ordinal.GetHashCode(Text!),
        SqlKind.Blob => Blob!.Length,
        _ => bits.GetHashCode(),
    };

    /// <summary>The value as invariant text, for messages and for record ids on the wire.</summary>
    public override string ToString() => Kind switch
    {
        SqlKind.Integer => bits.ToString(CultureInfo.InvariantCulture),
        SqlKind.Real => Double.ToString("R", CultureInfo.InvariantCulture),
        SqlKind.Text => Text!,
        SqlKind.Blob => Convert.ToHexStringLower(Blob!),
        _ => "",
    };
}
