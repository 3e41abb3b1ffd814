using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>A database whose files can be looked at as they would be after a power cut, while it stays open.</summary>
internal sealed class Database : IDisposable
{
    private readonly TestFolder folder;
    private readonly SqliteConnection connection;
    private int copies;

    public Database(TestFolder folder, string pragmas)
    {
        this.folder = folder;
        Path = folder.File("live.db");
        connection = Sql.Open(Path);
        Run(pragmas);
        Run("CREATE TABLE t (n INTEGER PRIMARY KEY, x BLOB)");
    }

    public string Path { get; }

    public void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Inserts the next row, with some bytes.</summary>
    public void Insert(int bytes = 10) => Run($"INSERT INTO t (x) VALUES (zeroblob({bytes}))");

    public long Count() => Sql.Read(Path, "SELECT n FROM t").Count;

    /// <summary>A copy of the files as a power cut at this moment would leave them.</summary>
    public string Cut(FaultDisk.Power.PowerCut cut)
    {
        string copy = folder.File($"copy{++copies}.db");
        foreach (string end in new[] { "", "-wal", "-journal" })
        {
            foreach (string twin in new[] { "", ".durable" })
            {
                if (File.Exists(Path + end + twin))
                {
                    File.Copy(Path + end + twin, copy + end + twin);
                }
            }
        }

        cut.Apply(copy);
        return copy;
    }

    public void Dispose() => connection.Dispose();
}
