using System.ComponentModel;

namespace HiveGen;

/// <summary>How a C# value becomes a SQLite value, for filters and changes.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Codec<T>
{
    /// <summary>The value as SQLite holds it.</summary>
    /// <exception cref="OverflowException">The value does not fit its column.</exception>
    public abstract SqlValue Encode(T value);
}
