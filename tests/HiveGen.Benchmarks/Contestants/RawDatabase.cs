using System.Text;
using SQLitePCL;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>A SQLite handle as SQLitePCLRaw gives it, without a layer in between.</summary>
internal sealed class RawDatabase : IDisposable
{
    private readonly List<sqlite3_stmt> statements = [];
    private sqlite3? handle;

    static RawDatabase() => Batteries_V2.Init();

    public void Open(string path) =>
        Check(raw.sqlite3_open_v2(path, out handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));

    public sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement));
        statements.Add(statement);
        return statement;
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    public long Scalar(string sql)
    {
        sqlite3_stmt statement = Prepare(sql);
        long value = Step(statement) ? raw.sqlite3_column_int64(statement, 0) : throw new InvalidOperationException("No row: " + sql);
        raw.sqlite3_reset(statement);
        return value;
    }

    /// <summary>All rows of a query of two texts.</summary>
    public List<(string First, string Second)> Texts(string sql)
    {
        List<(string, string)> rows = [];
        sqlite3_stmt statement = Prepare(sql);
        while (Step(statement))
        {
            rows.Add((raw.sqlite3_column_text(statement, 0).utf8_to_string(), raw.sqlite3_column_text(statement, 1).utf8_to_string()));
        }

        raw.sqlite3_reset(statement);
        return rows;
    }

    public bool Step(sqlite3_stmt statement)
    {
        int code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    public void Run(sqlite3_stmt statement)
    {
        int code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        raw.sqlite3_reset(statement);
    }

    public static void BindText(sqlite3_stmt statement, int index, string? value)
    {
        const int Small = 256;
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, index);
        }
        else if (value.Length * 3 <= Small)
        {
            Span<byte> bytes = stackalloc byte[Small];
            raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }
        else
        {
            raw.sqlite3_bind_text(statement, index, value);
        }
    }

    public void Dispose()
    {
        foreach (sqlite3_stmt statement in statements)
        {
            statement.Dispose();
        }

        handle?.Dispose();
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new InvalidOperationException($"SQLite says {code}: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
        }
    }
}
