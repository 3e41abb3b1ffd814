namespace HiveGen;

/// <summary>A column of numbers: ordered, and usable in the expressions of a set.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
public sealed class NumberColumn<TRecord, T>(string name, Codec<T> codec) : OrderedColumn<TRecord, T>(name, codec)
    where TRecord : class
{
    /// <summary>The record's value plus this one.</summary>
    public static ColumnExpression<T> operator +(NumberColumn<TRecord, T> column, T value) => column.Arithmetic('+', value);

    /// <summary>The record's value minus this one.</summary>
    public static ColumnExpression<T> operator -(NumberColumn<TRecord, T> column, T value) => column.Arithmetic('-', value);

    private ColumnExpression<T> Arithmetic(char sign, T value) => new($"\"{Name}\" {sign} ?", Codec.Encode(value));
}
