namespace HiveGen.FaultDisk;

/// <summary>
/// What happens to requests for some files. Called on the thread that asks, from within SQLite: it must not throw, nor use SQLite
/// itself. Thread-safe.
/// </summary>
/// <param name="paths">The beginning of the full paths it is for: a folder, or a database, with which go its log and its journal.</param>
public abstract class DiskRule(string paths)
{
    /// <summary>The beginning of the paths it is for.</summary>
    protected string Paths { get; } = paths;

    /// <summary>Whether it is asked about a file.</summary>
    public bool Covers(string path) => path.StartsWith(Paths, StringComparison.Ordinal);

    /// <summary>Called before the disk does it.</summary>
    public virtual DiskAnswer Before(in DiskRequest request) => DiskAnswer.GoOn;

    /// <summary>Called when the disk has done it.</summary>
    public virtual void After(in DiskRequest request)
    {
    }
}
