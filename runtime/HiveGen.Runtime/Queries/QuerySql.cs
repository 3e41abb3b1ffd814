using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>Turns what a query asks for into statements that are ready to step.</summary>
internal static class QuerySql
{
    /// <summary>The records, every column in column order. Where an order is asked for, the id breaks ties, as it does in pages.</summary>
    public static Statement Select<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        query = query.Order.Length > 0 ? query.Total() : query;
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        try
        {
            sql.Append(query.Store.Model.Select);
            WriteTail(ref sql, query, ordered: true);
            return Bound(connection, ref sql, query);
        }
        finally
        {
            sql.Dispose();
        }
    }

    /// <summary>One row with the number of records.</summary>
    public static Statement Count<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
        => Wrapped(connection, query, "SELECT count(*) FROM ", "SELECT count(*) FROM (SELECT 1 FROM ", query.Limit is null ? "" : ")");

    /// <summary>One row with 1 if there is a record, else 0.</summary>
    public static Statement Exists<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
        => Wrapped(connection, query, "SELECT EXISTS (SELECT 1 FROM ", "SELECT EXISTS (SELECT 1 FROM ", ")");

    /// <summary>One column of the records, for an IN.</summary>
    public static void WriteValues<TRecord>(ref SqlBuilder sql, QuerySpec<TRecord> query, string column)
        where TRecord : class, IHiveRecord<TRecord>
    {
        sql.Append("SELECT ");
        sql.AppendName(column);
        sql.Append(" FROM ");
        sql.AppendName(query.Store.Model.Table);
        WriteTail(ref sql, query.Order.Length > 0 ? query.Total() : query, ordered: query.Limit is not null); // an order matters to what a limit leaves only
    }

    /// <summary>Binds the filter and the limit.</summary>
    public static void Bind<TRecord>(Statement statement, ref int next, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        FilterSql.Bind(statement, ref next, query.Filter);
        if (query.Limit is { } limit)
        {
            statement.BindInt64(next++, limit);
        }
    }

    private static Statement Wrapped<TRecord>(HiveConnection connection, QuerySpec<TRecord> query, string unlimited, string limited, string end)
        where TRecord : class, IHiveRecord<TRecord>
    {
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        try
        {
            sql.Append(query.Limit is null ? unlimited : limited);
            sql.AppendName(query.Store.Model.Table);
            WriteTail(ref sql, query, ordered: false);
            sql.Append(end);
            return Bound(connection, ref sql, query);
        }
        finally
        {
            sql.Dispose();
        }
    }

    private static void WriteTail<TRecord>(ref SqlBuilder sql, QuerySpec<TRecord> query, bool ordered)
        where TRecord : class, IHiveRecord<TRecord>
    {
        FilterSql.WriteWhere(ref sql, query.Filter);
        for (int i = 0; ordered && i < query.Order.Length; i++)
        {
            sql.Append(i == 0 ? " ORDER BY " : ", ");
            sql.AppendName(query.Order[i].Column);
            sql.Append(query.Order[i].Descending ? " DESC" : "");
        }

        if (query.Limit is not null)
        {
            sql.Append(" LIMIT ?");
        }
    }

    private static Statement Bound<TRecord>(HiveConnection connection, ref SqlBuilder sql, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        Statement statement = connection.Prepare(sql.Text);
        int next = 1;
        Bind(statement, ref next, query);
        return statement;
    }
}
