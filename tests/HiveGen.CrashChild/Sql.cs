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
}
