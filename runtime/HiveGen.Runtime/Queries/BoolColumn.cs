namespace HiveGen;

/// <summary>A column of bools, which is a filter itself: <c>p.Published</c>, <c>!p.Published</c>.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public sealed class BoolColumn<TRecord>(string name) : EqualColumn<TRecord, bool>(name, Codecs.Bool)
    where TRecord : class
{
    /// <summary>The records that say true.</summary>
    public static implicit operator Filter<TRecord>(BoolColumn<TRecord> column) => column == true;

    /// <summary>The records that say false.</summary>
    public static Filter<TRecord> operator !(BoolColumn<TRecord> column) => column == false;

    /// <summary>Both.</summary>
    public static Filter<TRecord> operator &(BoolColumn<TRecord> left, BoolColumn<TRecord> right) => (Filter<TRecord>)left & right;

    /// <summary>Either, or both.</summary>
    public static Filter<TRecord> operator |(BoolColumn<TRecord> left, BoolColumn<TRecord> right) => (Filter<TRecord>)left | right;
}
