using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>Reads one page. A page before a cursor is read in the reversed order and turned at the end.</summary>
internal static class PageReader
{
    public static Page<TRecord> Read<TRecord>(QuerySpec<TRecord> query, int size, string? after, string? before)
        where TRecord : class, IHiveRecord<TRecord>
    {
        using ReaderLease lease = query.Store.Engine.Readers.Rent();
        lease.BeginSnapshot();
        return Read(lease.Connection, query, size, after, before);
    }

    /// <summary>Reads the page on a connection that holds a snapshot.</summary>
    public static Page<TRecord> Read<TRecord>(HiveConnection connection, QuerySpec<TRecord> query, int size, string? after, string? before)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, int.MaxValue - 1);
        if (after is not null && before is not null)
        {
            throw new ArgumentException("A page lies after a cursor or before one, not both.", nameof(before));
        }

        QuerySpec<TRecord> ordered = query.Total();
        string table = query.Store.Model.Table;
        Cursor? place = (after ?? before) is { } text ? Cursor.Decode(text, table, ordered.Order) : null;
        QuerySpec<TRecord> walk = before is null ? ordered : ordered.Reversed();

        (List<TRecord> items, Cursor? start, Cursor? end) = Walk(connection, walk, size, place);
        if (place is { } known)
        {
            Cursor back = start ?? known with { Inclusive = !known.Inclusive };
            start = Any(connection, walk.Reversed(), back) ? back : null;
        }
        else
        {
            start = null; // the first page has none before it
        }

        if (before is not null)
        {
            items.Reverse();
            (start, end) = (end, start);
        }

        return new Page<TRecord>(items, end?.Encode(table, ordered.Order), start?.Encode(table, ordered.Order));
    }

    /// <summary>The records behind the place, the place of the first of them, and that of the last if more follow.</summary>
    private static (List<TRecord> Items, Cursor? Start, Cursor? End) Walk<TRecord>(HiveConnection connection, QuerySpec<TRecord> walk, int size, Cursor? place)
        where TRecord : class, IHiveRecord<TRecord>
    {
        int[] columns = [.. walk.Order.Select(term => walk.Store.ColumnIndex(term.Column))];
        List<TRecord> items = [];
        Cursor? start = null, end = null;
        foreach (QuerySpec<TRecord> part in Behind(walk, place))
        {
            Statement statement = QuerySql.Select(connection, part.AtMost(size + 1 - items.Count));
            try
            {
                while (statement.Step())
                {
                    if (items.Count == size)
                    {
                        return (items, start, end);
                    }

                    items.Add(walk.Store.Model.Read(statement));
                    start ??= PlaceOf(statement, columns);
                    end = items.Count == size ? PlaceOf(statement, columns) : null;
                }
            }
            finally
            {
                statement.Reset();
            }
        }

        return (items, start, null);
    }

    private static bool Any<TRecord>(HiveConnection connection, QuerySpec<TRecord> walk, Cursor place)
        where TRecord : class, IHiveRecord<TRecord>
        => Array.Exists(Behind(walk, place), part => QueryReader.Exists(connection, part));

    private static QuerySpec<TRecord>[] Behind<TRecord>(QuerySpec<TRecord> walk, Cursor? place)
        where TRecord : class, IHiveRecord<TRecord>
        => place is { } known ? Array.ConvertAll(Keyset.Behind(walk.Store.Model, walk.Order, known), walk.And) : [walk];

    private static Cursor PlaceOf(Statement row, int[] columns) => new(Array.ConvertAll(columns, row.Value), false);
}
