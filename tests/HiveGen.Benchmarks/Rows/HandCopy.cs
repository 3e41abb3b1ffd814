using HiveGen.Adapters.Sqlite;
using HiveGen.Benchmarks.Contestants;
using SQLitePCL;

namespace HiveGen.Benchmarks.Rows;

/// <summary>
/// The dispatcher one would write in an afternoon: it reads the rows in order and writes them with the adapter's own guarded upsert,
/// 500 a transaction. No log, no cursor, no retries.
/// </summary>
internal static class HandCopy
{
    private const int Batch = 500;
    private const int FirstNumber = 7;
    private const int Fields = 9;

    /// <summary>Copies every account; gives their number.</summary>
    public static int Run(string from, string to)
    {
        SqliteMap map = Hive.Schema.Models[0].Sync!.Mapping<SqliteMap>();
        using RawDatabase source = new(), target = new();
        source.Open(from);
        target.Open(to);
        target.Execute(Sql.Pragmas("FULL"));
        target.Execute(map.CreateTable);
        sqlite3_stmt read = source.Prepare(Sql.Select + " WHERE id > $1 ORDER BY id LIMIT " + Batch);
        sqlite3_stmt write = target.Prepare(map.Upsert.Text);
        int copied = 0;
        string last = "";
        for (int batch = Batch; batch == Batch; copied += batch)
        {
            target.Execute("BEGIN IMMEDIATE");
            batch = CopyBatch(source, target, read, write, copied, ref last);
            target.Execute("COMMIT");
        }

        return copied;
    }

    private static int CopyBatch(RawDatabase source, RawDatabase target, sqlite3_stmt read, sqlite3_stmt write, long version, ref string last)
    {
        int count = 0;
        RawDatabase.BindText(read, 1, last);
        while (source.Step(read))
        {
            for (int i = 0; i < FirstNumber; i++)
            {
                Copy(read, write, i);
            }

            raw.sqlite3_bind_int64(write, FirstNumber + 1, raw.sqlite3_column_int64(read, FirstNumber));
            raw.sqlite3_bind_int64(write, FirstNumber + 2, raw.sqlite3_column_int64(read, FirstNumber + 1));
            raw.sqlite3_bind_int64(write, Fields + 1, version + ++count);
            raw.sqlite3_bind_text(write, Fields + 2, "hive_by_hand"u8);
            raw.sqlite3_bind_int64(write, Fields + 3, version);
            last = raw.sqlite3_column_text(read, 0).utf8_to_string();
            target.Run(write);
        }

        raw.sqlite3_reset(read);
        return count;
    }

    private static void Copy(sqlite3_stmt read, sqlite3_stmt write, int column)
    {
        switch (raw.sqlite3_column_type(read, column))
        {
            case raw.SQLITE_NULL:
                raw.sqlite3_bind_null(write, column + 1);
                break;
            case raw.SQLITE_INTEGER:
                raw.sqlite3_bind_int64(write, column + 1, raw.sqlite3_column_int64(read, column));
                break;
            default:
                raw.sqlite3_bind_text(write, column + 1, raw.sqlite3_column_blob(read, column));
                break;
        }
    }
}
