using System.Globalization;
using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>A SQLite file under the suite. It has no server: while that is stopped, another program holds the file locked.</summary>
public sealed class SqliteProbe : TargetProbe
{
    private readonly TestFolder folder = new();
    private SqliteConnection? holder;

    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => true;

    public override bool Verifies => true;

    public override BadRowReport BadRows => BadRowReport.Item;

    public override bool HasCredentials => false;

    public override bool StoresNul => true;

    public override bool StopsReads => false;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Sqlite", ["Connection"] = $"Data Source={Path}" };

    private string Path => folder.File("replica.db");

    public override ValueTask ResetAsync() => default;

    public override HiveTarget Create() => new SqliteTarget("sqlite", Path, new SqliteTargetOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });

    public override ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        if (!File.Exists(Path) || Sql.ReadOne(Path, $"SELECT count(*) FROM sqlite_schema WHERE name = '{model.Name}'") == "0")
        {
            return new([]);
        }

        using SqliteConnection connection = Sql.Open(Path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", model.Fields.Select(static field => $"\"{field.Column}\""))}, _version, _deleted, _home FROM \"{model.Name}\"";
        using SqliteDataReader reader = command.ExecuteReader();
        List<StoredRow> rows = [];
        while (reader.Read())
        {
            int fields = model.Fields.Count;
            object?[] values = [.. model.Fields.Select((field, index) => reader.IsDBNull(index) ? null : Value(field, reader.GetValue(index)))];
            rows.Add(new StoredRow(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!, reader.GetInt64(fields), reader.GetInt64(fields + 1) != 0, reader.GetString(fields + 2), values));
        }

        return new(rows);
    }

    public override ValueTask DropAsync(SyncModel model)
    {
        Sql.Execute(Path, $"DROP VIEW \"{model.Name}_live\"; DROP TABLE \"{model.Name}\"");
        return default;
    }

    public override ValueTask RefuseTitleAsync(string title)
    {
        foreach (string operation in new[] { "INSERT", "UPDATE" })
        {
            Sql.Execute(Path, $"CREATE TRIGGER rule_{operation} BEFORE {operation} ON notes WHEN NEW.title = '{title}' BEGIN SELECT RAISE(ABORT, 'we want no {title}'); END");
        }

        return default;
    }

    public override ValueTask StopAsync()
    {
        holder = Sql.Open(Path);
        Run("BEGIN EXCLUSIVE");
        return default;
    }

    public override ValueTask StartAsync()
    {
        Run("ROLLBACK");
        holder!.Dispose();
        return default;
    }

    public override ValueTask DisposeAsync()
    {
        holder?.Dispose();
        folder.Dispose();
        return default;
    }

    private static object Value(SyncField field, object stored) => field.Type switch
    {
        SyncType.Bool => (long)stored != 0,
        SyncType.Decimal => (long)stored / (decimal)Math.Pow(10, field.Scale),
        SyncType.Date => DateOnly.ParseExact((string)stored, "O", CultureInfo.InvariantCulture),
        SyncType.Guid => Guid.ParseExact((string)stored, "D"),
        _ => stored,
    };

    private void Run(string sql)
    {
        using SqliteCommand command = holder!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
