using System.Globalization;

namespace HiveGen.Backup;

/// <summary>The names of the backups in a folder: <c>blog-20261121T083000123Z.db</c>, so that sorted names are in order of time.</summary>
/// <param name="folder">The folder.</param>
/// <param name="hive">The Hive's path.</param>
internal sealed class BackupNames(string folder, string hive)
{
    private const string Format = "yyyyMMdd'T'HHmmssfff'Z'";
    private const string Extension = ".db";

    private readonly string prefix = Path.GetFileNameWithoutExtension(hive) + "-";

    /// <summary>The backups of this Hive, the newest first. Nothing else in the folder is looked at.</summary>
    public List<(string Path, DateTimeOffset Time)> List()
    {
        List<(string Path, DateTimeOffset Time)> found = [];
        if (!Directory.Exists(folder))
        {
            return found;
        }

        foreach (string path in Directory.EnumerateFiles(folder, prefix + "*" + Extension))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && DateTimeOffset.TryParseExact(name.AsSpan(prefix.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            {
                found.Add((path, time));
            }
        }

        found.Sort(static (left, right) => right.Time.CompareTo(left.Time));
        return found;
    }

    /// <summary>The path of the next backup: behind every other one, also when the clock was moved back.</summary>
    public string Next(DateTimeOffset now)
    {
        List<(string Path, DateTimeOffset Time)> made = List();
        DateTimeOffset time = now.ToUniversalTime();
        if (made.Count > 0 && time < made[0].Time.AddMilliseconds(1))
        {
            time = made[0].Time.AddMilliseconds(1);
        }

        return Path.Combine(folder, prefix + time.ToString(Format, CultureInfo.InvariantCulture) + Extension);
    }

    /// <summary>Deletes all but the newest.</summary>
    public void Prune(int keep)
    {
        foreach ((string path, _) in List().Skip(keep))
        {
            File.Delete(path);
        }
    }
}
