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
        List<(string Path, DateTimeOffset Time)> found = Find(Extension);
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

    /// <summary>Deletes what a crash left of backups of this Hive; none may be under way.</summary>
    public void DeleteUnfinished()
    {
        foreach ((string path, _) in Find(Extension + BackupFile.Unfinished))
        {
            HiveCopy.Delete(path);
        }
    }

    /// <summary>Deletes all but the newest.</summary>
    public void Prune(int keep)
    {
        foreach ((string path, _) in List().Skip(keep))
        {
            File.Delete(path);
        }
    }

    private List<(string Path, DateTimeOffset Time)> Find(string ending)
    {
        List<(string Path, DateTimeOffset Time)> found = [];
        if (!Directory.Exists(folder))
        {
            return found;
        }

        foreach (string path in Directory.EnumerateFiles(folder, prefix + "*" + ending))
        {
            ReadOnlySpan<char> name = Path.GetFileName(path.AsSpan());
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && name.EndsWith(ending, StringComparison.Ordinal)
                && DateTimeOffset.TryParseExact(name[prefix.Length..^ending.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            {
                found.Add((path, time));
            }
        }

        return found;
    }
}
