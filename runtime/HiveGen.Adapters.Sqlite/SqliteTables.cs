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
        Dictionary<string, string> columns = ColumnsOf(connection, model.Name);
        if (!columns.ContainsKey("_version"))
        {
            throw new TargetException(TargetFailure.Configuration, $"The table \"{model.Name}\" is another program's: it has no column _version. Rename it, or give the target a file of its own.");
        }

        foreach (SchemaObject column in map.Columns)
        {
            if (!columns.TryGetValue(column.Name, out string? type))
            {
                connection.Execute($"ALTER TABLE {SqliteNames.Quote(model.Name)} ADD COLUMN {column.Sql}");
            }
            else if (!column.Sql.Split(' ')[1].Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                // Every row would be refused, each as if it were its own fault.
                throw new TargetException(TargetFailure.Configuration, $"The column \"{column.Name}\" of \"{model.Name}\" is {type} here, and the app now sends {column.Sql.Split(' ')[1]}. Drop the view \"{model.Name}_live\" and the column: both are made anew, and filled by a full load.");
            }
        }

        EnsureView(connection, model, map);
    }

    private static void EnsureView(HiveConnection connection, SyncModel model, SqliteMap map)
    {
        string view = model.Name + "_live";
        Dictionary<string, string> columns = ColumnsOf(connection, view);
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

    /// <summary>The columns with their types.</summary>
    private static Dictionary<string, string> ColumnsOf(HiveConnection connection, string table)
    {
        Dictionary<string, string> columns = new(StringComparer.OrdinalIgnoreCase);
        Statement select = connection.Prepare("""SELECT "name", "type" FROM pragma_table_info(?1)""");
        select.BindText(1, table);
        while (select.Step())
        {
            columns.Add(select.Text(0), select.Text(1));
        }

        return columns;
    }
}
