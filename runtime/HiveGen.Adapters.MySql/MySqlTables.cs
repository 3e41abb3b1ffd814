using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>The tables and views of a target: made, and extended by the columns that came since.</summary>
internal static class MySqlTables
{
    /// <summary>Makes and extends the tables of these models. MySQL commits each statement, and each can be repeated.</summary>
    public static async ValueTask EnsureAsync(IMySqlSession session, IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        Dictionary<string, HashSet<string>> columns = await ColumnsAsync(session, cancellationToken).ConfigureAwait(false);
        if (!columns.ContainsKey("_hive_cursor"))
        {
            await RunAsync(session, MySqlCursor.CreateTable, cancellationToken).ConfigureAwait(false);
        }

        foreach (SyncModel model in models)
        {
            await EnsureAsync(session, model, columns, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask EnsureAsync(IMySqlSession session, SyncModel model, Dictionary<string, HashSet<string>> columns, CancellationToken cancellationToken)
    {
        MySqlMap map = model.Mapping<MySqlMap>();
        if (!columns.TryGetValue(model.Name, out HashSet<string>? known))
        {
            await RunAsync(session, map.CreateTable, cancellationToken).ConfigureAwait(false);
        }
        else if (!known.Contains("_version"))
        {
            throw new TargetException(TargetFailure.Configuration, $"The table `{model.Name}` is another program's: it has no column _version. Rename it, or give the target a database of its own.");
        }
        else
        {
            foreach (SchemaObject column in map.Columns)
            {
                if (!known.Contains(column.Name))
                {
                    await RunAsync(session, $"alter table {Quote(model.Name)} add column {column.Sql}", cancellationToken).ConfigureAwait(false);
                }
            }
        }

        bool same = columns.TryGetValue(model.Name + "_live", out HashSet<string>? view) && view.Count == model.Fields.Count;
        foreach (SyncField field in model.Fields)
        {
            same = same && view!.Contains(field.Column);
        }

        if (!same)
        {
            await RunAsync(session, map.CreateView, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<Dictionary<string, HashSet<string>>> ColumnsAsync(IMySqlSession session, CancellationToken cancellationToken)
    {
        Dictionary<string, HashSet<string>> columns = new(StringComparer.OrdinalIgnoreCase);
        MySqlText select = session.Text().Add("select cast(`table_name` as char), cast(`column_name` as char) from `information_schema`.`columns` where `table_schema` = database()");
        await session.QueryAsync(
            select,
            row =>
            {
                if (!columns.TryGetValue(row.String(0), out HashSet<string>? names))
                {
                    columns.Add(row.String(0), names = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                }

                names.Add(row.String(1));
            },
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
        return columns;
    }

    private static async ValueTask RunAsync(IMySqlSession session, string sql, CancellationToken cancellationToken)
        => await session.ExecuteAsync(session.Text().Add(sql), wholeTable: true, cancellationToken).ConfigureAwait(false);

    private static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
}
