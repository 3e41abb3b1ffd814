namespace HiveGen.Queries;

/// <summary>The filter that gives the records behind a place in a total order.</summary>
internal static class Keyset
{
    /// <summary>The records behind the place, and the one at it if the place is inclusive.</summary>
    public static Filter<TRecord> Behind<TRecord>(HiveModel<TRecord> model, ReadOnlySpan<OrderTerm> order, Cursor place)
        where TRecord : class
    {
        Filter<TRecord> behind = place.Inclusive ? Filter<TRecord>.All : Filter<TRecord>.None;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            Filter<TRecord> same = new(FilterKind.Equal, order[i].Column, place.Values[i]);
            behind = BehindInColumn<TRecord>(order[i], place.Values[i]) | (same & behind);
        }

        return Bound<TRecord>(model, order[0], place.Values[0]) & behind;
    }

    private static Filter<TRecord> BehindInColumn<TRecord>(OrderTerm term, in SqlValue value)
        where TRecord : class
    {
        if (term.Descending)
        {
            return value.IsNull ? Filter<TRecord>.None : new Filter<TRecord>(FilterKind.Less, term.Column, value) | new Filter<TRecord>(FilterKind.Equal, term.Column);
        }

        return value.IsNull ? new Filter<TRecord>(FilterKind.NotEqual, term.Column) : new Filter<TRecord>(FilterKind.Greater, term.Column, value);
    }

    // It follows from the rest, but SQLite can only begin in the middle of an index if it stands for itself.
    private static Filter<TRecord> Bound<TRecord>(HiveModel<TRecord> model, OrderTerm first, in SqlValue value)
        where TRecord : class
    {
        if (first.Descending)
        {
            return value.IsNull ? new Filter<TRecord>(FilterKind.Equal, first.Column)
                : model.Columns.First(column => column.Name == first.Column).Nullable ? Filter<TRecord>.All
                : new Filter<TRecord>(FilterKind.LessOrEqual, first.Column, value);
        }

        return value.IsNull ? Filter<TRecord>.All : new Filter<TRecord>(FilterKind.GreaterOrEqual, first.Column, value);
    }
}
