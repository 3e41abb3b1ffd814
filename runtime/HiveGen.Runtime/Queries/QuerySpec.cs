using HiveGen.Records;

namespace HiveGen.Queries;

/// <summary>What a query asks for. Immutable.</summary>
/// <param name="Store">The model in its Hive.</param>
/// <param name="Filter">Which records.</param>
/// <param name="Order">In which order; empty for none.</param>
/// <param name="Limit">How many at most; null for all.</param>
internal sealed record QuerySpec<TRecord>(RecordStore<TRecord> Store, Filter<TRecord> Filter, OrderTerm[] Order, int? Limit = null)
    where TRecord : class, IHiveRecord<TRecord>
{
    public QuerySpec<TRecord> And(Filter<TRecord> filter) => this with { Filter = Filter & filter };

    /// <summary>With one more column of the order; a column that is in it already adds nothing.</summary>
    public QuerySpec<TRecord> By(Column<TRecord> column, bool descending)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Orders(column.Name) ? this : this with { Order = [.. Order, new OrderTerm(column.Name, descending)] };
    }

    public QuerySpec<TRecord> AtMost(int limit) => this with { Limit = Limit is { } less && less < limit ? less : limit };

    /// <summary>
    /// With the id as the last column of the order, so that no two records tie. It goes the way of the column before it, as
    /// an index can then be read in one direction.
    /// </summary>
    public QuerySpec<TRecord> Total()
    {
        string id = Store.Model.Columns[0].Name;
        return Orders(id) ? this : this with { Order = [.. Order, new OrderTerm(id, Order.Length > 0 && Order[^1].Descending)] };
    }

    /// <summary>With every direction turned.</summary>
    public QuerySpec<TRecord> Reversed() => this with { Order = Array.ConvertAll(Order, static term => term with { Descending = !term.Descending }) };

    private bool Orders(string column) => Array.Exists(Order, term => term.Column == column);
}
