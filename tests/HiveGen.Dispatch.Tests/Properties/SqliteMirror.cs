using HiveGen.Adapters.Sqlite;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>The real SQLite target, with a watch on it: a version that goes backward, or a ghost revived by what is not newer, is written down.</summary>
public sealed class SqliteMirror : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly TimeProvider clock;

    public SqliteMirror(TimeProvider clock)
    {
        this.clock = clock;
        TestSync.Map = static model => new TestSqliteMap(model);
    }

    private string Path => folder.File("mirror.db");

    /// <summary>A target on the file.</summary>
    public SqliteTarget Open() => new("t", Path, new SqliteTargetOptions { Clock = clock });

    /// <summary>Watches the tables, which must be there.</summary>
    public void Watch() => Run("CREATE TABLE violations (what TEXT)" + string.Concat(((string[])["authors", "books"]).Select(static table => $"""
        ; CREATE TRIGGER watch_{table} BEFORE UPDATE ON {table} WHEN NEW._version < OLD._version OR OLD._deleted AND NOT NEW._deleted AND NEW._version <= OLD._version
        BEGIN INSERT INTO violations VALUES ('{table}/' || OLD.id || ' from ' || OLD._version || ' to ' || NEW._version); END
        """)));

    /// <summary>What must not have happened.</summary>
    public List<string> Violations => Read("SELECT what FROM violations");

    /// <summary>Every row with its version, ghosts included.</summary>
    public List<string> Rows => Read("""
        SELECT 'authors/' || id || '|' || _version || '|' || CASE _deleted WHEN 0 THEN id || '|' || name || '|' || note ELSE 'gone' END FROM authors
        UNION ALL SELECT 'books/' || id || '|' || _version || '|' || CASE _deleted WHEN 0 THEN id || '|' || author || '|' || title ELSE 'gone' END FROM books
        """);

    public void Dispose() => folder.Dispose();

    private void Run(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Read(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
