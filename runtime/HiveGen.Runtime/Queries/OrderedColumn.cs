using HiveGen.Queries;

namespace HiveGen;

/// <summary>A column whose values have an order: dates and times.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
public class OrderedColumn<TRecord, T>(string name, Codec<T> codec) : EqualColumn<TRecord, T>(name, codec)
    where TRecord : class
{
    /// <summary>Less; never null.</summary>
    public static Filter<TRecord> operator <(OrderedColumn<TRecord, T> column, T value) => column.Compare(FilterKind.Less, column.Codec.Encode(value));

    /// <summary>Greater; never null.</summary>
    public static Filter<TRecord> operator >(OrderedColumn<TRecord, T> column, T value) => column.Compare(FilterKind.Greater, column.Codec.Encode(value));

    /// <summary>Less or equal; never null.</summary>
    public static Filter<TRecord> operator <=(OrderedColumn<TRecord, T> column, T value) => column.Compare(FilterKind.LessOrEqual, column.Codec.Encode(value));

    /// <summary>Greater or equal; never null.</summary>
    public static Filter<TRecord> operator >=(OrderedColumn<TRecord, T> column, T value) => column.Compare(FilterKind.GreaterOrEqual, column.Codec.Encode(value));
}
