using Microsoft.Data.Sqlite;

namespace HiveGen.CrashChild;

/// <summary>What is written by SQL.</summary>
internal static class Sql
{
    /// <summary>Gives a note another id.</summary>
    public static void Rename(SqliteConnection connection, string id, string next)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE notes SET id = $next WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$next", next);
        if (command.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException($"There is no note '{id}'.");
        }
    }

    /// <summary>Adds so many small notes at once.</summary>
    public static void AddMany(SqliteConnection connection, int count)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO notes (id, owner, number, text, updated_at) SELECT 'n' || (i + (SELECT coalesce(max(rowid), 0) FROM notes)), 1, 0, 'a note of some words', 0 FROM n
            """;
        command.Parameters.AddWithValue("$count", count);
        command.ExecuteNonQuery();
    }
}
