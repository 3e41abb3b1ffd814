using System.Diagnostics.CodeAnalysis;
using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column of a model, by which records can be ordered and filtered.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
[SuppressMessage("Design", "CA1036", Justification = "A token builds filters; it is not compared itself.")]
public abstract class Column<TRecord>
    where TRecord : class
{
    private protected Column(string name) => Name = name;

    /// <summary>The name in SQL, unquoted.</summary>
    public string Name { get; }

    /// <summary>The records whose value is null.</summary>
    public Filter<TRecord> IsNull => new(FilterKind.Equal, Name);

    /// <summary>The records whose value is not null.</summary>
    public Filter<TRecord> IsNotNull => new(FilterKind.NotEqual, Name);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private protected Filter<TRecord> Compare(FilterKind kind, SqlValue value) => new(kind, Name, value);

    private protected Filter<TRecord> AnyOf(IEnumerable<SqlValue> values) => new(FilterKind.In, Name, values: new InValues(values));
}
