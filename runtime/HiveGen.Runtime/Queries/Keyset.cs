namespace HiveGen.Queries;

/// <summary>The filters that give the records behind a place in a total order.</summary>
internal static class Keyset
{
    /// <summary>
    /// The records behind the place, and the one at it if the place is inclusive: in one part, or in two that follow each other in
    /// the order. They are two where nulls lie between, which SQLite keeps at one end of an index, so that it could begin neither
    /// part in the middle if both were one filter.
    /// </summary>
    public static Filter<TRecord>[] Behind<TRecord>(HiveModel<TRecord> model, ReadOnlySpan<OrderTerm> order, Cursor place)
        where TRecord : class
    {
        Filter<TRecord> behind = place.Inclusive ? Filter<TRecord>.All : Filter<TRecord>.None;
        for (int i = order.Length - 1; i > 0; i--)
        {
            behind = BehindInColumn<TRecord>(order[i], place.Values[i]) | (Same<TRecord>(order[i], place.Values[i]) & behind);
        }

        OrderTerm first = order[0];
        SqlValue value = place.Values[0];
        behind = Same<TRecord>(first, value) & behind;
        if (value.IsNull)
        {
            return first.Descending ? [behind] : [behind, new(FilterKind.NotEqual, first.Column)];
        }

        // The bound follows from the rest, but SQLite can only begin in the middle of an index if it stands for itself.
        Filter<TRecord> bound = new(first.Descending ? FilterKind.LessOrEqual : FilterKind.GreaterOrEqual, first.Column, value);
        Filter<TRecord> beyond = new(first.Descending ? FilterKind.Less : FilterKind.Greater, first.Column, value);
        Filter<TRecord> values = bound & (beyond | behind);
        bool nullsFollow = first.Descending && model.Columns.First(column => column.Name == first.Column).Nullable;
        return nullsFollow ? [values, new(FilterKind.Equal, first.Column)] : [values];
    }

    private static Filter<TRecord> Same<TRecord>(OrderTerm term, in SqlValue value)
        where TRecord : class
        => new(FilterKind.Equal, term.Column, value);

    private static Filter<TRecord> BehindInColumn<TRecord>(OrderTerm term, in SqlValue value)
        where TRecord : class
    {
        if (term.Descending)
        {
            return value.IsNull ? Filter<TRecord>.None : new Filter<TRecord>(FilterKind.Less, term.Column, value) | new Filter<TRecord>(FilterKind.Equal, term.Column);
        }

        return value.IsNull ? new Filter<TRecord>(FilterKind.NotEqual, term.Column) : new Filter<TRecord>(FilterKind.Greater, term.Column, value);
    }
}
