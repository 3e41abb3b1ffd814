using HiveGen.Queries;

namespace HiveGen;

/// <summary>
/// Which records: made by the operators of column tokens, joined with <c>&amp;</c>, <c>|</c> and <c>!</c>. Immutable. A filter is
/// data, never SQL from the app: values become parameters, compared as the Hive would store them.
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class Filter<TRecord>
    where TRecord : class
{
    internal Filter(FilterKind kind, string? column = null, SqlValue value = default, InValues? values = null)
    {
        Kind = kind;
        Column = column;
        Value = value;
        Values = values;
        Depth = 4; // the deepest SQL a leaf is rendered to
    }

    internal Filter(string column, InQuery query)
    {
        Kind = FilterKind.InQuery;
        Column = column;
        Query = query;
        Depth = query.Depth;
    }

    private Filter(FilterKind kind, Filter<TRecord> left, Filter<TRecord>? right)
    {
        Kind = kind;
        Left = left;
        Right = right;
        Depth = Math.Max(left.Depth, right?.Depth ?? 0) + 1;
    }

    /// <summary>Every record. Sets and removes without a filter must say it.</summary>
    public static Filter<TRecord> All { get; } = new(FilterKind.All);

    /// <summary>No record: a hook that narrows an operation to it lets nothing through.</summary>
    public static Filter<TRecord> None { get; } = new(FilterKind.None);

    internal FilterKind Kind { get; }

    internal string? Column { get; }

    internal SqlValue Value { get; }

    internal InValues? Values { get; }

    internal InQuery? Query { get; }

    internal Filter<TRecord>? Left { get; }

    internal Filter<TRecord>? Right { get; }

    /// <summary>The height of the SQL expression, which SQLite limits.</summary>
    internal int Depth { get; }

    /// <summary>Both.</summary>
    public static Filter<TRecord> operator &(Filter<TRecord> left, Filter<TRecord> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Kind == FilterKind.All || right.Kind == FilterKind.None ? right
            : right.Kind == FilterKind.All || left.Kind == FilterKind.None ? left
            : new(FilterKind.And, left, right);
    }

    /// <summary>Either, or both.</summary>
    public static Filter<TRecord> operator |(Filter<TRecord> left, Filter<TRecord> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Kind == FilterKind.None || right.Kind == FilterKind.All ? right
            : right.Kind == FilterKind.None || left.Kind == FilterKind.All ? left
            : new(FilterKind.Or, left, right);
    }

    /// <summary>Those that the filter does not give, null values included.</summary>
    public static Filter<TRecord> operator !(Filter<TRecord> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(FilterKind.Not, filter, null);
    }
}
