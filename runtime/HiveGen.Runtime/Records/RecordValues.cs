using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>The columns of a record as SQLite would hold them, asked of SQLite itself. For where a little time does not matter.</summary>
internal static class RecordValues
{
    /// <summary>One value a column, in column order.</summary>
    public static SqlValue[] Of<TRecord>(HiveConnection connection, HiveModel<TRecord> model, TRecord record)
        where TRecord : class
    {
        SqlValue[] values = new SqlValue[model.Columns.Count];
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        try
        {
            sql.Append("SELECT ?");
            for (int i = 1; i < values.Length; i++)
            {
                sql.Append(", ?");
            }

            Statement echo = connection.Prepare(sql.Text);
            model.Bind(echo, 1, record);
            try
            {
                echo.Step();
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = echo.Value(i);
                }
            }
            finally
            {
                echo.Reset();
            }

            return values;
        }
        finally
        {
            sql.Dispose();
        }
    }
}
