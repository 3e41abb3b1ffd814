using HiveGen.Adapters.Sqlite;
using HiveGen.CrashChild;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A SQLite target whose file itself writes down what must never happen to a row, whichever process does it.</summary>
internal static class WatchedReplica
{
    private const string Watch = """
        CREATE TRIGGER watch_set_{0} AFTER UPDATE ON {0} WHEN NEW._version < OLD._version OR (OLD._deleted = 1 AND NEW._deleted = 0) BEGIN
          INSERT INTO wrong VALUES (printf('%s went from version %d to %d, deleted %d to %d', OLD.id, OLD._version, NEW._version, OLD._deleted, NEW._deleted));
        END;
        CREATE TRIGGER watch_remove_{0} AFTER DELETE ON {0} BEGIN
          INSERT INTO wrong VALUES (OLD.id || ' vanished without a ghost');
        END;
        """;

    /// <summary>Makes an empty replica in place of the one there is, which every record has to be loaded into.</summary>
    public static async Task MakeAsync(string path)
    {
        foreach (string file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }

        await using (SqliteTarget target = new("replica", path))
        {
            await target.PrepareAsync([.. Hive.Schema.Models.Select(static model => model.Sync).OfType<SyncModel>()], CancellationToken.None);
        }

        Sql.Execute(path, "CREATE TABLE wrong (what TEXT);" + string.Concat(new[] { "notes", "shelves" }.Select(static table => Watch.Replace("{0}", table, StringComparison.Ordinal))));
    }

    /// <summary>What happened that must not.</summary>
    public static List<string> Wrong(string path) => Sql.Read(path, "SELECT what FROM wrong");
}
