using HiveGen.Queries;

namespace HiveGen;

/// <summary>
/// Which records: made by the operators of column tokens, joined with <c>&amp;</c>, <c>|</c> and <c>!</c>. Immutable. A filter is
/// data, never SQL from the app: values become parameters.
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class Filter<TRecord>
    where TRecord : class
{
    internal Filter(FilterKind kind, string? column = null, SqlValue value = default, SqlValue[]? values = null, Filter<TRecord>? left = null, Filter<TRecord>? right = null)
    {
        Kind = kind;
        Column = column;
        Value = value;
        Values = values;
        Left = left;
        Right = right;
    }

    /// <summary>Every record. Sets and removes without a filter must say it.</summary>
    public static Filter<TRecord> All { get; } = new(FilterKind.All);

    internal FilterKind Kind { get; }

    internal string? Column { get; }

    internal SqlValue Value { get; }

    internal SqlValue[]? Values { get; }

    internal Filter<TRecord>? Left { get; }

    internal Filter<TRecord>? Right { get; }

    /// <summary>Both.</summary>
    public static Filter<TRecord> operator &(Filter<TRecord> left, Filter<TRecord> right) => new(FilterKind.And, left: left, right: right);

    /// <summary>Either, or both.</summary>
    public static Filter<TRecord> operator |(Filter<TRecord> left, Filter<TRecord> right) => new(FilterKind.Or, left: left, right: right);

    /// <summary>Those that the filter does not give, null values included.</summary>
    public static Filter<TRecord> operator !(Filter<TRecord> filter) => new(FilterKind.Not, left: filter);
}
