namespace HiveGen;

/// <summary>
/// One property of a change: not set (the default), set to a value, or set to an expression over columns such as
/// <c>p.Views + 1</c>. A value converts implicitly, so <c>new() { Name = "Ada" }</c> is a change of the name alone.
/// </summary>
/// <typeparam name="T">The property's type.</typeparam>
public readonly struct Assign<T>
{
    /// <summary>Sets to a value. Needed only where the property's type is an interface, from which C# converts nothing implicitly.</summary>
    public Assign(T value)
        : this(value, default)
    {
    }

    private Assign(T value, ColumnExpression<T> expression)
    {
        IsSet = true;
        Value = value;
        Expression = expression;
    }

    /// <summary>Whether the change touches the property.</summary>
    public bool IsSet { get; }

    /// <summary>The value; <c>default</c> when not set or when set to an expression.</summary>
    public T Value { get; }

    /// <summary>Whether it is set to an expression.</summary>
    public bool IsExpression => Expression.Sql is not null;

    internal ColumnExpression<T> Expression { get; }

    /// <summary>Sets to a value.</summary>
    public static implicit operator Assign<T>(T value) => new(value, default);

    /// <summary>Sets to what the expression gives for each record, inside the transaction.</summary>
    public static implicit operator Assign<T>(ColumnExpression<T> expression) => new(default!, expression);
}
