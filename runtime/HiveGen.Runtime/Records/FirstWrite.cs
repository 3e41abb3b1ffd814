using HiveGen.Queries;

namespace HiveGen.Records;

/// <summary>Sets and removes of the first record of a query. The record is found inside the statement that writes, so that nobody comes between.</summary>
internal static class FirstWrite
{
    public static async ValueTask<TRecord?> SetAsync<TRecord>(QuerySpec<TRecord> query, Changes<TRecord> changes, CancellationToken cancellationToken)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(changes);
        SetWrite<TRecord> write = new(query.Store, First(query), changes) { Single = true, Returns = true };
        await WritePipeline.RunAsync(query.Store.Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Records.Count > 0 ? write.Records[0] : null;
    }

    public static async ValueTask<TRecord?> RemoveAsync<TRecord>(QuerySpec<TRecord> query, CancellationToken cancellationToken)
        where TRecord : class, IHiveRecord<TRecord>
    {
        RemoveWrite<TRecord> write = new(query.Store, First(query), single: true) { Returns = true };
        await WritePipeline.RunAsync(query.Store.Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Previous.Count > 0 ? write.Previous[0] : null;
    }

    private static Filter<TRecord> First<TRecord>(QuerySpec<TRecord> query)
        where TRecord : class, IHiveRecord<TRecord>
    {
        string id = query.Store.Model.Columns[0].Name;
        return new(id, new InQuery<TRecord>(query.AtMost(1), id));
    }
}
