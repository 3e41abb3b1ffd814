using HiveGen.Adapters.Sqlite;
using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>How fast committed records arrive in a second SQLite file, against a loop by hand that copies the same rows.</summary>
internal sealed class DispatchRow(Workspace workspace) : IRow
{
    private const string ByHand = "a loop by hand";
    private const string Load = "HiveGen, full load";
    private const int Count = 50_000;
    private const double LeastRate = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Name => "dispatch to SQLite";

    public string Note => "per record; HiveGen follows its change log in batches of 1000 and keeps cursor and guard, the loop reads the table in batches of 500 and writes with the same guarded upsert; FULL on both sides";

    public string Synchronous => "FULL";

    public async Task RunAsync(int round, Series series)
    {
        Func<Series, Task>[] ways = [ChangesAsync, LoadAsync, ByHandAsync];
        new Random(round).Shuffle(ways);
        foreach (Func<Series, Task> way in ways)
        {
            await way(series);
        }
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.Rate(series, Names.Hive, ByHand, 0.5);
        double rate = series.Median(Names.Hive, static s => s.Rate);
        yield return new Bar($"≥ {LeastRate:0} records a second", $"{rate:0}", rate >= LeastRate);
    }

    private static Hive Open(string path, string replica) =>
        Hive.Open(new HiveOptions { Path = path, Targets = { new SqliteTarget("replica", AdoConnection.Text(replica, pooling: false)) } });

    private static async Task SendAsync(Hive hive)
    {
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Patience);
    }

    private static void Verify(string replica)
    {
        using RawDatabase database = new();
        database.Open(replica);
        if (database.Scalar("SELECT count(*) FROM users") is not Count and var count)
        {
            throw new InvalidOperationException($"{count} records arrived instead of {Count}.");
        }
    }

    private async Task ChangesAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        string replica = workspace.NewPath();
        await using (Hive hive = Open(file.Path, replica))
        {
            await SendAsync(hive); // the first contact, with nothing to send
            await hive.Sync.StopAsync();
            foreach (Account[] chunk in AccountData.All.Take(Count).Chunk(AddManyRow.Size))
            {
                await hive.Accounts.AddAsync(chunk);
            }

            series.Add(Names.Hive, await Meter.RunAsync(Count, () => SendAsync(hive)));
        }

        Verify(replica);
        Workspace.Remove(file);
    }

    private async Task LoadAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, Count, "FULL");
        string replica = workspace.NewPath();
        await using (Hive hive = Open(file.Path, replica))
        {
            series.Add(Load, await Meter.RunAsync(Count, () => SendAsync(hive)));
        }

        Verify(replica);
        Workspace.Remove(file);
    }

    private async Task ByHandAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, Count, "FULL");
        string replica = workspace.NewPath();
        series.Add(ByHand, await Meter.RunAsync(Count, () => { HandCopy.Run(file.Path, replica); }));
        Verify(replica);
        Workspace.Remove(file);
    }
}
