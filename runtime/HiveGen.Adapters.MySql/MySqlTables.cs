using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>The tables and views of a target: made, and extended by the columns that came since.</summary>
internal static class MySqlTables
{
    // A key of a column is a unique index of that column alone, over all of it.
    private const string SelectColumns = """
        select cast(c.`table_name` as char), cast(c.`column_name` as char), lower(cast(c.`column_type` as char)), cast(c.`collation_name` as char), cast(c.`is_nullable` as char),
          cast(exists (select 1 from `information_schema`.`statistics` s
            where s.`table_schema` = c.`table_schema` and s.`table_name` = c.`table_name` and s.`column_name` = c.`column_name` and s.`non_unique` = 0 and s.`sub_part` is null
              and not exists (select 1 from `information_schema`.`statistics` o where o.`table_schema` = s.`table_schema` and o.`table_name` = s.`table_name` and o.`index_name` = s.`index_name` and o.`seq_in_index` > 1)) as char)
        from `information_schema`.`columns` c where c.`table_schema` = database()
        """;

    /// <summary>Makes and extends the tables of these models. MySQL commits each statement, and each can be repeated.</summary>
    public static async ValueTask EnsureAsync(IMySqlSession session, IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        Dictionary<string, Dictionary<string, TargetColumn>> columns = await ColumnsAsync(session, cancellationToken).ConfigureAwait(false);
        if (!columns.ContainsKey("_hive_cursor"))
        {
            await RunAsync(session, MySqlCursor.CreateTable, cancellationToken).ConfigureAwait(false);
        }

        foreach (SyncModel model in models)
        {
            await EnsureAsync(session, model, columns, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The statement that gives an older table a column.</summary>
    public static string AddColumn(SyncModel model, SchemaObject column) => $"alter table {Quote(model.Name)} add column {column.Sql}";

    private static async ValueTask EnsureAsync(IMySqlSession session, SyncModel model, Dictionary<string, Dictionary<string, TargetColumn>> columns, CancellationToken cancellationToken)
    {
        MySqlMap map = model.Mapping<MySqlMap>();
        if (!columns.TryGetValue(model.Name, out Dictionary<string, TargetColumn>? known))
        {
            await RunAsync(session, map.CreateTable, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Dictionary<string, string> wanted = map.Columns.ToDictionary(static column => column.Name, static column => MySqlTypes.OfDefinition(column.Sql));
            TargetTable.Check(model, known, field => wanted.TryGetValue(field.Column, out string? type) ? type : MySqlTypes.OfId(field.Type), MySqlTypes.Fits);
            foreach (SchemaObject column in map.Columns)
            {
                if (!known.ContainsKey(column.Name))
                {
                    await RunAsync(session, AddColumn(model, column), cancellationToken).ConfigureAwait(false);
                }
            }
        }

        bool same = columns.TryGetValue(model.Name + "_live", out Dictionary<string, TargetColumn>? view) && view.Count == model.Fields.Count;
        foreach (SyncField field in model.Fields)
        {
            same = same && view!.ContainsKey(field.Column);
        }

        if (!same)
        {
            await RunAsync(session, map.CreateView, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<Dictionary<string, Dictionary<string, TargetColumn>>> ColumnsAsync(IMySqlSession session, CancellationToken cancellationToken)
    {
        Dictionary<string, Dictionary<string, TargetColumn>> columns = new(StringComparer.OrdinalIgnoreCase);
        MySqlText select = session.Text().Add(SelectColumns);
        await session.QueryAsync(
            select,
            row =>
            {
                if (!columns.TryGetValue(row.String(0), out Dictionary<string, TargetColumn>? table))
                {
                    columns.Add(row.String(0), table = new Dictionary<string, TargetColumn>(StringComparer.OrdinalIgnoreCase));
                }

                table.Add(row.String(1), new TargetColumn(MySqlTypes.OfColumn(row.String(2), row.Text(3)), row.String(4) == "NO", row.String(5) == "1"));
            },
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
        return columns;
    }

    private static async ValueTask RunAsync(IMySqlSession session, string sql, CancellationToken cancellationToken)
        => await session.ExecuteAsync(session.Text().Add(sql), wholeTable: true, cancellationToken).ConfigureAwait(false);

    private static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
}
