using HiveGen.CrashChild;
using HiveGen.FaultDisk.Power;

namespace HiveGen.Tests;

/// <summary>A Hive in this process, with a replica beside it that no fault touches, and what must be in both.</summary>
internal sealed class DiskApp : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = new();
    private Hive? opened;
    private int copies;

    public DiskApp() => Path = folder.File("hive.db");

    public Hive Hive => opened ?? throw new InvalidOperationException("It is not open.");

    /// <summary>What was acknowledged.</summary>
    public SortedDictionary<string, string> Expected { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The Hive's file; with it begin those of its log and its journal.</summary>
    public string Path { get; private set; }

    private string ReplicaPath => folder.File("replica.db");

    /// <summary>Opens it.</summary>
    /// <param name="checkpoint">After how many pages the log is moved into the file: so few that a workload does it several times.</param>
    /// <param name="sync">Whether it sends.</param>
    /// <param name="synchronous">When a write counts as stored.</param>
    public void Open(int checkpoint = 30, bool sync = true, HiveSynchronous synchronous = HiveSynchronous.Full)
    {
        HiveOptions options = new() { Path = Path, LockTimeout = TimeSpan.Zero, Synchronous = synchronous, Targets = { new DrillTarget(ReplicaPath, cursor: true) } };
        options.Dispatch.FirstRetry = options.Dispatch.LongestRetry = TimeSpan.FromMilliseconds(20);
        options.Dispatch.DrainTimeout = TimeSpan.Zero;
        opened = Hive.Open(options.CheckpointEvery(checkpoint));
        if (sync)
        {
            opened.Sync.Start();
        }
    }

    public async Task CloseAsync()
    {
        await Hive.DisposeAsync();
        opened = null;
    }

    /// <summary>Does the step. When it is refused, nothing of it may be there.</summary>
    /// <returns>Why it was refused; null if it was not.</returns>
    public async Task<HiveStorageException?> TryAsync(WorkStep step)
    {
        try
        {
            await step.Run(Hive);
            Expected = step.Apply(Expected);
            return null;
        }
        catch (HiveStorageException refused)
        {
            Compare();
            return refused;
        }
    }

    /// <summary>Everything that is stored.</summary>
    public static SortedDictionary<string, string> Read(Hive hive)
    {
        SortedDictionary<string, string> actual = new(StringComparer.Ordinal);
        foreach (Note note in hive.Notes.All().ToList())
        {
            Assert.Equal(Note.TextOf(note.Number), note.Text);
            actual.Add(note.Id, note.Value());
        }

        foreach (Shelf shelf in hive.Shelves.All().ToList())
        {
            actual.Add(shelf.Id, shelf.Value());
        }

        return actual;
    }

    /// <summary>Looks whether the Hive has what was acknowledged, and nothing else.</summary>
    public void Compare() => Assert.Equal(Expected, Read(Hive));

    /// <summary>Looks whether everything is stored and arrives.</summary>
    public async Task CheckAsync()
    {
        Compare();
        Assert.Equal("ok", Sql.ReadOne(Path, "PRAGMA integrity_check"));
        await Hive.Sync.WhenIdleAsync(timeout: Limit);
        Assert.Equal(Sql.Read(Path, "SELECT id, number, text, shelf FROM notes ORDER BY id"), Sql.Read(ReplicaPath, "SELECT id, number, text, shelf FROM notes_live ORDER BY id"));
        Assert.Equal(Sql.Read(Path, "SELECT id, number FROM shelves ORDER BY id"), Sql.Read(ReplicaPath, "SELECT id, number FROM shelves_live ORDER BY id"));
    }

    /// <summary>A copy of the files as they are at this moment.</summary>
    public string Copy()
    {
        string copy = folder.File($"copy{++copies}.db");
        foreach (string file in Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!, "hive.db*"))
        {
            if (!file.EndsWith(".lock", StringComparison.Ordinal))
            {
                File.Copy(file, copy + file[Path.Length..]);
            }
        }

        return copy;
    }

    /// <summary>The closed Hive is replaced by a copy, which has what it has.</summary>
    public void Restore(string copy)
    {
        Path = copy;
        Open(sync: false);
        Expected = Read(Hive);
        Hive.Sync.Start();
    }

    /// <summary>Looks whether what a power cut would leave at this moment has everything that was acknowledged.</summary>
    public void CompareAfterCut(PowerCut cut)
    {
        string copy = Copy();
        cut.Apply(copy);
        using Hive survivor = Hive.Open(new HiveOptions { Path = copy });
        Assert.Equal(Expected, Read(survivor));
        Assert.Equal("ok", Sql.ReadOne(copy, "PRAGMA integrity_check"));
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is not null)
        {
            await opened.DisposeAsync();
        }

        folder.Dispose();
    }
}
