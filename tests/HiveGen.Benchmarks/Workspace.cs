using System.Globalization;
using HiveGen.Benchmarks.Contestants;

namespace HiveGen.Benchmarks;

/// <summary>
/// A folder with the files that are measured. Each is a copy of one that HiveGen made, with or without its capture triggers, so that
/// all contestants write to the same tables and indexes.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hivegen-bench-").FullName;
    private int files;

    /// <summary>A new file.</summary>
    /// <param name="capture">Whether it has the capture triggers.</param>
    /// <param name="rows">How many of the accounts are in it.</param>
    /// <param name="synchronous">What its user sets.</param>
    public DatabaseFile Make(bool capture, int rows, string synchronous)
    {
        string path = NewPath();
        File.Copy(Template(capture, rows), path);
        return new DatabaseFile(path, synchronous, capture);
    }

    /// <summary>A path at which there is no file.</summary>
    public string NewPath() => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{++files}.db"));

    /// <summary>Deletes a file and what SQLite put beside it.</summary>
    public static void Remove(DatabaseFile file)
    {
        string name = Path.GetFileName(file.Path);
        foreach (string part in Directory.GetFiles(Path.GetDirectoryName(file.Path)!, name + "*"))
        {
            File.Delete(part);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Template(bool capture, int rows)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"template-{rows}{(capture ? "-capture" : "")}.sqlite"));
        if (!File.Exists(path))
        {
            HiveContestant.Create(path);
            using RawDatabase database = new();
            database.Open(path);
            Fill(database, rows, keepTriggers: capture);
        }

        return path;
    }

    private static void Fill(RawDatabase database, int rows, bool keepTriggers)
    {
        List<(string Name, string Sql)> triggers = database.Texts("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        foreach ((string name, _) in triggers)
        {
            database.Execute($"DROP TRIGGER \"{name}\"");
        }

        RawInserter.Insert(database, AccountData.All.AsSpan(0, rows));
        if (keepTriggers)
        {
            foreach ((_, string sql) in triggers)
            {
                database.Execute(sql);
            }
        }

        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
