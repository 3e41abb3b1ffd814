using HiveGen.Storage;
using HiveGen.Storage.Native;

namespace HiveGen.Records;

/// <summary>Finds the link that leads to nothing, which SQLite does not tell.</summary>
internal static class BrokenLink
{
    /// <summary>Whether SQLite refused a link.</summary>
    public static bool Is(HiveConstraintException error) => error.SqliteCode == ResultCode.ConstraintForeignKey;

    /// <summary>The error with the name of the property; as it is where no link of these leads to nothing.</summary>
    /// <param name="connection">The connection that refused.</param>
    /// <param name="model">The model.</param>
    /// <param name="values">The value of each column by its index; NULL for one that was not written.</param>
    /// <param name="error">What SQLite said.</param>
    public static HiveConstraintException Named(HiveConnection connection, HiveModel model, Func<int, SqlValue> values, HiveConstraintException error)
    {
        foreach (ModelLink link in model.Links)
        {
            int column = ColumnOf(model, link);
            SqlValue id = values(column);
            if (!id.IsNull && !Exists(connection, link.Table, id))
            {
                return new HiveConstraintException($"{model.Name}.{model.Columns[column].Property} links to '{id}', and no record of '{link.Table}' has this id. Add that record first, or give the id of another. Nothing was written.", error.SqliteCode)
                {
                    Columns = [$"{model.Table}.{link.Column}"],
                };
            }
        }

        return error;
    }

    private static int ColumnOf(HiveModel model, ModelLink link)
    {
        int column = 0;
        while (model.Columns[column].Name != link.Column)
        {
            column++;
        }

        return column;
    }

    private static bool Exists(HiveConnection connection, string table, in SqlValue id)
    {
        Statement statement = connection.Prepare($"SELECT 1 FROM {SqlText.Quote(table)} WHERE \"id\" = ?1");
        statement.Bind(1, id);
        try
        {
            return statement.Step();
        }
        finally
        {
            statement.Reset();
        }
    }
}
