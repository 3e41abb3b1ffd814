using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>Makes statements over the tables of a world; some break a rule, which both sides must then refuse alike.</summary>
internal sealed class RandomRows(Random random)
{
    private static readonly string[] Texts = ["'A'", "'B'", "'C'", "'D'", "'7'", "'-3'", "'007'", "'true'", "'it''s'", "''"];

    private static readonly string[] Numbers = ["0", "1", "2", "7", "100", "255", "256", "12345", "2147483648", "-1", "-150", "9000000000000000000"];

    private static readonly string[] Reals = ["0.0", "1.0", "0.07", "2.5", "123456.75", "1e300", "-0.125"];

    /// <summary>Fills the tables as far as their rules allow.</summary>
    public void Fill(string path, World world, int rows)
    {
        using SqliteConnection connection = Sql.Open(path);
        Try(connection, "BEGIN");
        for (int i = 0; i < rows && world.Models.Count > 0; i++)
        {
            Try(connection, Insert(world));
        }

        // Some ids are used up.
        for (int i = 0; i < 2 && world.Models.Count > 0; i++)
        {
            Try(connection, $"DELETE FROM \"{Any(world.Models).Table}\" WHERE rowid % 5 = {random.Next(5)}");
        }

        Try(connection, "COMMIT");
    }

    public string Statement(World world)
    {
        ModelShape model = Any(world.Models);
        ColumnShape column = Any(model.Columns);
        return random.Next(4) switch
        {
            0 => $"UPDATE \"{model.Table}\" SET \"{column.Name}\" = {Value(column)} WHERE rowid % 3 = {random.Next(3)}",
            1 => $"DELETE FROM \"{model.Table}\" WHERE rowid % 4 = {random.Next(4)}",
            _ => Insert(world),
        };
    }

    /// <summary>What SQLite answers: the rows that changed, or the kind of rule that is broken.</summary>
    public static string Try(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return command.ExecuteNonQuery().ToString(CultureInfo.InvariantCulture);
        }
        catch (SqliteException error)
        {
            // Of several unique keys that a row breaks, SQLite names whichever it looks at first.
            const int PrimaryKey = 1555;
            const int Unique = 2067;
            return $"refused: {(error.SqliteExtendedErrorCode == PrimaryKey ? Unique : error.SqliteExtendedErrorCode)}";
        }
    }

    private string Insert(World world)
    {
        ModelShape model = Any(world.Models);
        List<ColumnShape> given = [.. model.Columns.Where(column => column.IsId ? column.Type == "text" : column.Default is null || random.Next(2) == 0)];
        string names = string.Join(", ", given.Select(static column => $"\"{column.Name}\""));
        return given.Count == 0
            ? $"INSERT INTO \"{model.Table}\" DEFAULT VALUES"
            : $"INSERT INTO \"{model.Table}\" ({names}) VALUES ({string.Join(", ", given.Select(Value))})";
    }

    private string Value(ColumnShape column)
    {
        if (column.IsId)
        {
            return column.Type == "text" ? $"'id{random.Next(40)}'" : random.Next(60).ToString(CultureInfo.InvariantCulture);
        }

        if (random.Next(column.Nullable ? 3 : 25) == 0)
        {
            return "NULL";
        }

        return column.Link is { } table && random.Next(8) > 0 ? $"(SELECT \"id\" FROM \"{table}\" ORDER BY abs(rowid - {random.Next(30)}), rowid LIMIT 1)" : Plain(column);
    }

    private string Plain(ColumnShape column) => column.Type.Split('(')[0] switch
    {
        "text" => Any(Texts),
        "enum" => $"'{Any(column.Type[5..^1].Split(','))}'",
        "bool" => Any(["0", "1", "1", "2"]),
        "double" => Any(Reals),
        "uint8" => Any(["0", "1", "7", "255"]),
        "int32" => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        _ => Any(Numbers),
    };

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
