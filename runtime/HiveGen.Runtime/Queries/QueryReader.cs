using HiveGen.Storage;

namespace HiveGen.Queries;

/// <summary>Runs queries. What takes a connection reads on it; what does not rents a reader.</summary>
internal static class QueryReader
{
    public static List<TRecord> ToList<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        using ReaderLease lease = query.Store.Engine.Readers.Rent();
        return ToList(lease.Connection, query);
    }

    public static List<TRecord> ToList<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        List<TRecord> records = [];
        HiveModel<TRecord> model = query.Store.Model;
        Statement statement = QuerySql.Select(connection, query);
        try
        {
            while (statement.Step())
            {
                records.Add(model.Read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        return records;
    }

    public static TRecord? FirstOrDefault<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        using ReaderLease lease = query.Store.Engine.Readers.Rent();
        Statement statement = QuerySql.Select(lease.Connection, query.AtMost(1));
        try
        {
            return statement.Step() ? query.Store.Model.Read(statement) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    public static int Count<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        using ReaderLease lease = query.Store.Engine.Readers.Rent();
        return checked((int)Number(QuerySql.Count(lease.Connection, query)));
    }

    public static bool Exists<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        using ReaderLease lease = query.Store.Engine.Readers.Rent();
        return Exists(lease.Connection, query);
    }

    public static bool Exists<TRecord>(HiveConnection connection, QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
        => Number(QuerySql.Exists(connection, query)) != 0;

    private static long Number(Statement statement)
    {
        try
        {
            return statement.Step() ? statement.Int64(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }
}
