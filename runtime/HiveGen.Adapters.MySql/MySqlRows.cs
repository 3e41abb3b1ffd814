using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>Reads the rows of a home page by page: for a comparison with the Hive, and for requests that are merged.</summary>
internal static class MySqlRows
{
    private const int Part = 500; // ids of a statement

    /// <summary>Every row of a home, with the hash of its id.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="model">The model.</param>
    /// <param name="home">The home.</param>
    /// <param name="found">Takes a row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static ValueTask ScanAsync(IMySqlSession session, SyncModel model, string home, Action<RowDigest, ulong> found, CancellationToken cancellationToken) => RowPages.ScanAsync(
        (from, most, take) =>
        {
            MySqlText page = session.Text().Add(model.Mapping<MySqlMap>().SelectPage).Value(home);
            page = from.IsNull ? page : page.Add(" and `id` >= ").Id(from);
            return session.QueryAsync(page.Add(" order by `id` limit ").Add(most), row => take(Digest(model, row, out ulong idHash), idHash), wholeTable: true, cancellationToken);
        },
        found);

    /// <summary>The home's rows of these ids.</summary>
    public static async ValueTask<IReadOnlyList<RowDigest>> ReadRowsAsync(IMySqlSession session, SyncModel model, string home, IReadOnlyList<SqlValue> ids, CancellationToken cancellationToken)
    {
        List<RowDigest> found = new(ids.Count);
        int homeColumn = model.Fields.Count + 2;
        await ReadAsync(session, model, ids, row =>
        {
            if (row.String(homeColumn) == home)
            {
                found.Add(Digest(model, row, out _));
            }
        }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>What is stored under the ids of some items, with the records.</summary>
    public static async ValueTask<IReadOnlyList<TargetRow?>> ReadStoredAsync(IMySqlSession session, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        TargetRow?[] stored = new TargetRow?[items.Count];
        foreach (IGrouping<SyncModel, int> group in Enumerable.Range(0, items.Count).GroupBy(index => items[index].Model))
        {
            SyncModel model = group.Key;
            int fields = model.Fields.Count;
            Dictionary<SqlValue, int> places = group.ToDictionary(index => items[index].Id);
            await ReadAsync(session, model, [.. places.Keys], row =>
            {
                bool deleted = row.Integer(fields + 1) != 0;
                // MySQL may hold an id to be the same that is another one: a write of that is refused.
                if (places.TryGetValue(row.Id(model), out int place))
                {
                    stored[place] = new TargetRow(row.Integer(fields), deleted, row.String(fields + 2), deleted ? null : model.Read(row));
                }
            }, cancellationToken).ConfigureAwait(false);
        }

        return stored;
    }

    private static async ValueTask ReadAsync(IMySqlSession session, SyncModel model, IReadOnlyList<SqlValue> ids, Action<MySqlRow> read, CancellationToken cancellationToken)
    {
        foreach (SqlValue[] part in ids.Chunk(Part))
        {
            MySqlText select = MySqlIds.Add(session.Text().Add(model.Mapping<MySqlMap>().SelectRows), part).Add(")");
            await session.QueryAsync(select, read, wholeTable: true, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RowDigest Digest(SyncModel model, MySqlRow row, out ulong idHash)
    {
        int fields = model.Fields.Count;
        SqlValue id = row.Id(model);
        ulong hash = RowScan.HashForeign(model, row, id, out idHash);
        return new RowDigest(id, row.Integer(fields), row.Integer(fields + 1) != 0, hash);
    }
}
