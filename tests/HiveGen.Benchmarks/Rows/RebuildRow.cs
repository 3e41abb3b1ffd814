using HiveGen.Adapters.Sqlite;
using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>How fast a second SQLite file that holds every record is written again, against a loop by hand that writes the same rows.</summary>
internal sealed class RebuildRow(Workspace workspace) : IRow
{
    private const string ByHand = "a loop by hand";
    private const int Count = 50_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name => "rebuild into SQLite";

    public string Note => "per record; HiveGen sends every record again over what is there and sweeps what does not exist, the loop writes with the same guarded upsert in batches of 500; FULL on both sides";

    public string? Synchronous => "FULL";

    public async Task RunAsync(int round, Series series)
    {
        Func<Series, Task>[] ways = [RebuildAsync, ByHandAsync];
        new Random(round).Shuffle(ways);
        foreach (Func<Series, Task> way in ways)
        {
            await way(series);
        }
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.Rate(series, Names.Hive, ByHand, 0.6);
    }

    private async Task RebuildAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, Count, "FULL");
        string replica = workspace.NewPath();
        await using (Hive hive = Hive.Open(new HiveOptions { Path = file.Path, Targets = { new SqliteTarget("replica", AdoConnection.Text(replica, pooling: false)) } }))
        {
            hive.Sync.Start();
            await hive.Sync.WhenIdleAsync(timeout: Patience);
            series.Add(Names.Hive, await Meter.RunAsync(Count, () => hive.Sync.RebuildAsync("replica")));
        }

        Verify(replica, "SELECT count(*) FROM users WHERE _version > (SELECT min(_version) FROM users)", 0);
        Workspace.Remove(file);
    }

    private async Task ByHandAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, Count, "FULL");
        string replica = workspace.NewPath();
        HandCopy.Run(file.Path, replica);
        using (RawDatabase database = new())
        {
            database.Open(replica);
            database.Execute("UPDATE users SET _version = 0");
        }

        series.Add(ByHand, await Meter.RunAsync(Count, () => { HandCopy.Run(file.Path, replica); }));
        Verify(replica, "SELECT count(*) FROM users WHERE _version > 0", Count);
        Workspace.Remove(file);
    }

    private static void Verify(string replica, string sql, long expected)
    {
        using RawDatabase database = new();
        database.Open(replica);
        if (database.Scalar(sql) is var count && count != expected)
        {
            throw new InvalidOperationException($"{count} records were written again instead of {expected}.");
        }
    }
}
