using HiveGen.Targets;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Reads stored rows with their records.</summary>
internal static class PostgresStored
{
    /// <summary>The rows of some items: one an item, null where there is none. One question a model.</summary>
    public static async ValueTask<IReadOnlyList<TargetRow?>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<SyncItem> items, CancellationToken cancellationToken)
    {
        TargetRow?[] rows = new TargetRow?[items.Count];
        foreach (IGrouping<SyncModel, int> ofModel in Enumerable.Range(0, items.Count).GroupBy(index => items[index].Model))
        {
            Dictionary<SqlValue, TargetRow> stored = await ReadAsync(connection, ofModel.Key, [.. ofModel.Select(index => items[index].Id)], cancellationToken).ConfigureAwait(false);
            foreach (int index in ofModel)
            {
                rows[index] = stored.TryGetValue(items[index].Id, out TargetRow row) ? row : null;
            }
        }

        return rows;
    }

    private static async Task<Dictionary<SqlValue, TargetRow>> ReadAsync(NpgsqlConnection connection, SyncModel model, SqlValue[] ids, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand select = new(model.Mapping<PostgresMap>().Select + """ WHERE "id" = ANY ($1)""", connection);
        select.Parameters.Add(PostgresIds.ToParameter(model, ids));
        Dictionary<SqlValue, TargetRow> stored = new(ids.Length);
        await using NpgsqlDataReader row = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        PostgresSource fields = new(model, row);
        int count = model.Fields.Count;
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            bool deleted = row.GetBoolean(count + 1);
            stored.Add(PostgresIds.Read(model, fields), new TargetRow(row.GetInt64(count), deleted, row.GetString(count + 2), deleted ? null : model.Read(fields)));
        }

        return stored;
    }
}
