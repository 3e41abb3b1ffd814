using HiveGen.Storage;
using HiveGen.Targets;

namespace HiveGen.Adapters.Sqlite;

/// <summary>The tables and views of a target: made, and extended by the columns that came since.</summary>
internal sealed class SqliteTables
{
    private readonly HashSet<SyncModel> known = [];

    /// <summary>The tables of the models that were prepared.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            foreach (SyncModel model in known)
            {
                yield return model.Name;
            }
        }
    }

    /// <summary>Makes and extends the tables of these models.</summary>
    public void Ensure(HiveConnection connection, IReadOnlyList<SyncModel> models)
    {
        connection.Execute(SqliteCursor.CreateTable);
        if (!ColumnsOf(connection, "_hive_cursor").ContainsKey("high"))
        {
            connection.Execute(SqliteCursor.AddHigh);
        }

        foreach (SyncModel model in models)
        {
            Ensure(connection, model);
        }

        known.UnionWith(models);
    }

    /// <summary>Makes the tables of a batch's models, if any of them was never prepared.</summary>
    public void EnsureKnown(HiveConnection connection, SendBatch batch)
    {
        HashSet<SyncModel>? missing = null;
        for (int index = 0; index < batch.Items.Count; index++)
        {
            SyncModel model = batch.Items[index].Model;
            if (!known.Contains(model))
            {
                (missing ??= []).Add(model);
            }
        }

        if (missing is not null)
        {
            SqliteTransaction.Run(connection, (IReadOnlyList<SyncModel>)[.. missing], Ensure);
        }
    }

    /// <summary>Looks at the file anew next time.</summary>
    public void Forget() => known.Clear();

    private static void Ensure(HiveConnection connection, SyncModel model)
    {
        SqliteMap map = model.Mapping<SqliteMap>();
        connection.Execute(map.CreateTable);
        Dictionary<string, TargetColumn> columns = ColumnsOf(connection, model.Name);
        TargetTable.Check(model, columns, SqliteTypes.Of, StringComparer.OrdinalIgnoreCase.Equals);
        foreach (SchemaObject column in map.Columns)
        {
            if (!columns.ContainsKey(column.Name))
            {
                connection.Execute($"ALTER TABLE {SqliteNames.Quote(model.Name)} ADD COLUMN {column.Sql}");
            }
        }

        EnsureView(connection, model, map);
    }

    private static void EnsureView(HiveConnection connection, SyncModel model, SqliteMap map)
    {
        string view = model.Name + "_live";
        Dictionary<string, TargetColumn> columns = ColumnsOf(connection, view);
        bool same = columns.Count == model.Fields.Count;
        foreach (SyncField field in model.Fields)
        {
            same &= columns.ContainsKey(field.Column);
        }

        if (!same)
        {
            connection.Execute($"DROP VIEW IF EXISTS {SqliteNames.Quote(view)}");
            connection.Execute(map.CreateView);
        }
    }

    private static Dictionary<string, TargetColumn> ColumnsOf(HiveConnection connection, string table)
    {
        Dictionary<string, TargetColumn> columns = new(StringComparer.OrdinalIgnoreCase);
        Statement select = connection.Prepare(SqliteTypes.SelectColumns);
        select.BindText(1, table);
        while (select.Step())
        {
            columns.Add(select.Text(0), new TargetColumn(select.Text(1), select.Int64(2) != 0, select.Int64(3) != 0));
        }

        return columns;
    }
}
