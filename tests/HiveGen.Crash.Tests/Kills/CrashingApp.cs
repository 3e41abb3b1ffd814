using HiveGen.CrashChild;
using HiveGen.FaultDisk.Power;

namespace HiveGen.Tests;

/// <summary>A Hive and its replica that process after process is killed over, and what must be in them.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="settings">What is the same for all of its processes.</param>
internal sealed class CrashingApp(Random random, DrillSettings settings) : IDisposable
{
    private const int Longest = 300;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // A target without a memory of its own shows whether the Hive's is right.
    private readonly bool cursor = random.Next(2) == 0;
    private readonly TestFolder folder = new();

    public Oracle Oracle { get; } = new();

    /// <summary>What was lost by cutting the power.</summary>
    public PowerCut? Power { get; } = settings.Power ? new PowerCut(random, random.Next(3) == 0 ? 0 : random.NextDouble()) : null;

    private string HivePath => folder.File("hive.db");

    private string ReplicaPath => folder.File("replica.db");

    /// <summary>Begins with an empty replica.</summary>
    public Task BeginAsync() => WatchedReplica.MakeAsync(ReplicaPath);

    /// <summary>Runs a child until it is dead.</summary>
    /// <returns>Where it died.</returns>
    public async Task<KillPoint?> KillAsync(KillPoint point)
    {
        if (point is KillPoint.Load or KillPoint.Sweep && cursor)
        {
            await WatchedReplica.MakeAsync(ReplicaPath);
        }

        if (point == KillPoint.Migrate && File.Exists(HivePath))
        {
            OlderVersion.Make(HivePath);
        }

        int limit = random.Next(1, point == KillPoint.Close ? Longest / 4 : Longest);
        DrillPlan plan = new(HivePath, ReplicaPath, random.Next(1 << 30), random.Next(1, 7))
        {
            Point = point,
            Nth = random.Next(1, 1 + OccurrencesOf(point)),
            Acknowledged = point == KillPoint.Anywhere ? 0 : point is KillPoint.Acknowledged or KillPoint.Close ? limit : Longest,
            Cursor = cursor,
            Power = settings.Power,
            Honest = settings.Honest,
            Synchronous = settings.Synchronous,
        };
        await using Child child = new(["drill", .. plan.ToArguments()]);
        KillPoint? died = await WatchAsync(child, point == KillPoint.Anywhere ? Oracle.Acknowledged + limit : null);
        Power?.Apply(HivePath);
        return died;
    }

    /// <summary>Opens what the killed process left, at once, and looks whether everything is there and arrives.</summary>
    public async Task CheckAsync()
    {
        await using Hive hive = Open(new DrillTarget(ReplicaPath, cursor));
        Oracle.Settle(hive);
        Assert.Equal("ok", Sql.ReadOne(HivePath, "PRAGMA integrity_check"));
        Assert.Equal("ok", Sql.ReadOne(ReplicaPath, "PRAGMA integrity_check"));
        CheckBackups();
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        CompareReplica();
    }

    /// <summary>Looks whether records are left alone that did not change: what is written again as it was, is not sent.</summary>
    public async Task CheckUnchangedAsync()
    {
        DrillTarget target = new(ReplicaPath, cursor);
        await using Hive hive = Open(target);
        hive.Sync.Start();
        foreach (Note note in hive.Notes.All().ToList())
        {
            await hive.Notes.SetAsync(note.Id, new() { Number = note.Number, Text = note.Text });
        }

        await hive.Notes.AddAsync(Note.Of(-1, "last", 1));
        await hive.Notes.RemoveAsync("last");
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        CompareReplica();
        Assert.InRange(target.Sent, 1, 2);
    }

    public void Dispose() => folder.Dispose();

    private static int OccurrencesOf(KillPoint point) => point switch
    {
        KillPoint.LogWrite => 400,
        KillPoint.LogSync => 150,
        KillPoint.Checkpoint => 150,
        KillPoint.BeforeSend or KillPoint.AfterSend => 12,
        KillPoint.Load or KillPoint.Sweep or KillPoint.Rebuild => 4,
        KillPoint.Backup => 60,
        KillPoint.Open or KillPoint.Migrate => 10,
        KillPoint.Trim => 3,
        KillPoint.Close => 40,
        _ => 1,
    };

    private async Task<KillPoint?> WatchAsync(Child child, int? last)
    {
        Assert.Equal("opening", await child.ReadLineAsync());
        while (last is not null && Oracle.Acknowledged < last)
        {
            Oracle.Read(Line.Parse(await child.ReadLineAsync()));
        }

        KillPoint? died = last is null ? null : KillPoint.Anywhere;
        foreach (string text in await (last is null ? child.ReadToEndAsync() : child.KillAsync()))
        {
            Line line = Line.Parse(text);
            Oracle.Read(line);
            died = line.Point is { } point ? Enum.Parse<KillPoint>(point) : died;
        }

        return died;
    }

    /// <summary>A backup that has its name is whole, whatever happened to the process.</summary>
    private void CheckBackups()
    {
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(HivePath)!, "hive.db.backup*"))
        {
            Assert.True(!Path.GetExtension(file).StartsWith(".backup", StringComparison.Ordinal) || Sql.ReadOne(file, "PRAGMA integrity_check") == "ok", file);
            File.Delete(file);
        }
    }

    private void CompareReplica()
    {
        Assert.Equal(Rows(HivePath, "notes", "id, owner, number, text, shelf, updated_at"), Rows(ReplicaPath, "notes_live", "id, owner, number, text, shelf, updated_at"));
        Assert.Equal(Rows(HivePath, "shelves", "id, owner, number"), Rows(ReplicaPath, "shelves_live", "id, owner, number"));
        Assert.Empty(WatchedReplica.Wrong(ReplicaPath));
    }

    private static List<string> Rows(string path, string table, string columns) => Sql.Read(path, $"SELECT {columns} FROM {table} ORDER BY id");

    private Hive Open(DrillTarget target)
        => Hive.Open(new HiveOptions { Path = HivePath, LockTimeout = TimeSpan.Zero, Synchronous = settings.Synchronous, Targets = { target } });
}
