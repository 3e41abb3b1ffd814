using System.Globalization;
using HiveGen.Adapters.Sqlite;
using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>A Hive and its replica that process after process is killed over, and what must be in them.</summary>
internal sealed class CrashingApp(Random random) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = new();

    public Oracle Oracle { get; } = new();

    private string HivePath => folder.File("hive.db");

    private string ReplicaPath => folder.File("replica.db");

    public Task NewReplicaAsync() => WatchedReplica.MakeAsync(ReplicaPath);

    /// <summary>Runs a child that is killed after so many acknowledged writes; after none, while it opens the Hive.</summary>
    public async Task KillAsync(int acknowledged)
    {
        int writers = random.Next(1, 7);
        int seed = random.Next(int.MaxValue - writers);
        // By itself the child is killed right behind an acknowledgement; from outside, anywhere.
        bool itself = acknowledged > 0 && random.Next(2) == 0;
        await using Child child = new("write", HivePath, ReplicaPath, Text(writers), Text(seed), Text(itself ? acknowledged : 0));
        Assert.Equal("opening", await child.ReadLineAsync());
        int last = Oracle.Acknowledged + acknowledged;
        while (!itself && Oracle.Acknowledged < last)
        {
            Oracle.Read(await child.ReadLineAsync());
        }

        foreach (string line in await (itself ? child.ReadToKillAsync() : child.KillAsync()))
        {
            Oracle.Read(line);
        }

        Assert.True(itself ? Oracle.Acknowledged == last : Oracle.Acknowledged >= last);
    }

    /// <summary>Opens what the killed process left, at once, and looks whether everything is there and arrives.</summary>
    public async Task CheckAsync()
    {
        await using Hive hive = Hive.Open(new HiveOptions { Path = HivePath, LockTimeout = TimeSpan.Zero, Targets = { new SqliteTarget("replica", ReplicaPath) } });
        Oracle.Settle(hive.Notes.All().ToList());
        Assert.Equal("ok", Sql.ReadOne(HivePath, "PRAGMA integrity_check"));
        Assert.Equal("ok", Sql.ReadOne(ReplicaPath, "PRAGMA integrity_check"));

        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Limit);
        const string Columns = "id, owner, number, text, updated_at";
        Assert.Equal(Sql.Read(HivePath, $"SELECT {Columns} FROM notes ORDER BY id"), Sql.Read(ReplicaPath, $"SELECT {Columns} FROM notes_live ORDER BY id"));
        Assert.Empty(WatchedReplica.Wrong(ReplicaPath));
    }

    public void Dispose() => folder.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
