using HiveGen.Benchmarks.Contestants;
using SQLitePCL;

namespace HiveGen.Benchmarks.Rows;

/// <summary>The comparison one would write in an afternoon: it reads both tables and sums up a hash of each row. It tells only whether they differ.</summary>
internal static class HandScan
{
    private const int Fields = 9;

    /// <summary>Whether two tables hold the same.</summary>
    public static bool Equal(string hive, string replica) => Sum(hive, "accounts") == Sum(replica, "users");

    private static (long Rows, long Hash) Sum(string path, string table)
    {
        using RawDatabase database = new();
        database.Open(path);
        sqlite3_stmt read = database.Prepare($"SELECT {Sql.Columns} FROM {table}");
        long rows = 0;
        long sum = 0;
        while (database.Step(read))
        {
            HashCode hash = default;
            for (int column = 0; column < Fields; column++)
            {
                if (raw.sqlite3_column_type(read, column) == raw.SQLITE_INTEGER)
                {
                    hash.Add(raw.sqlite3_column_int64(read, column));
                }
                else
                {
                    hash.AddBytes(raw.sqlite3_column_blob(read, column));
                }
            }

            sum += hash.ToHashCode();
            rows++;
        }

        return (rows, sum);
    }
}
