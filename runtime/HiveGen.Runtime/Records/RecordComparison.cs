using System.Text.Json;
using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Tells whether two records would be stored alike.</summary>
internal static class RecordComparison
{
    /// <summary>
    /// Compares every column as SQLite would hold it, so that no model needs a comparison of its own. JSON is compared by its values:
    /// spaces, escapes and the order of members make no difference.
    /// </summary>
    public static bool AreSame<TRecord>(HiveConnection connection, HiveModel<TRecord> model, TRecord one, TRecord other)
        where TRecord : class
    {
        SqlValue[] left = Values(connection, model, one);
        SqlValue[] right = Values(connection, model, other);
        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Equals(right[i]) && !IsSameNumber(left[i], right[i]) && !(model.Columns[i].Json && IsSameJson(left[i], right[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static SqlValue[] Values<TRecord>(HiveConnection connection, HiveModel<TRecord> model, TRecord record)
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

    // Zero may have a sign in a record, and has none where it is stored.
    private static bool IsSameNumber(in SqlValue left, in SqlValue right) => left.Kind == SqlKind.Real && right.Kind == SqlKind.Real && left.Double == right.Double;

    private static bool IsSameJson(in SqlValue left, in SqlValue right)
        => left.Text is { } one && right.Text is { } other && JsonElement.DeepEquals(JsonElement.Parse(one), JsonElement.Parse(other));
}
