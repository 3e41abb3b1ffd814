using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column of numbers: ordered, and usable in the expressions of a set.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
public sealed class NumberColumn<TRecord, T>(string name, Codec<T> codec) : OrderedColumn<TRecord, T>(name, codec)
    where TRecord : class
{
    private readonly string plus = Arithmetic(name, '+');
    private readonly string minus = Arithmetic(name, '-');

    /// <summary>The record's value plus this one; null stays null. A sum that the type cannot hold is refused when it is written.</summary>
    public static ColumnExpression<T> operator +(NumberColumn<TRecord, T> column, T value) => new(column.plus, column.Codec.Encode(value));

    /// <summary>The record's value minus this one; null stays null. A difference that the type cannot hold is refused when it is written.</summary>
    public static ColumnExpression<T> operator -(NumberColumn<TRecord, T> column, T value) => new(column.minus, column.Codec.Encode(value));

    // SQLite computes in 64 bits. What the C# type could not hold becomes a text, which a STRICT column refuses.
    private static string Arithmetic(string name, char sign)
    {
        string plain = $"\"{name}\" {sign} ?";
        return NumberRange.Of<T>() is { } range ? $"CASE WHEN {plain} NOT BETWEEN {range} THEN 'out of range' ELSE {plain} END" : plain;
    }
}
