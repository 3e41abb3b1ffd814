using System.Diagnostics;
using HiveGen.Adapters.Sqlite;
using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;
using SQLitePCL;

namespace HiveGen.Benchmarks.Rows;

/// <summary>How long after its commit a single record can be read at the target, when nothing else happens.</summary>
internal sealed class ArrivalRow(Workspace workspace) : IRow
{
    private const string Slow = "HiveGen, nine of ten";
    private const int Records = 50;
    private const double LimitMicros = 20_000;

    public string Name => "commit to visible";

    public string Note => "from the return of AddAsync until another connection reads the record in the SQLite target; nothing else goes on";

    public string? Synchronous => null;

    public async Task RunAsync(int round, Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        string replica = workspace.NewPath();
        await using (Hive hive = Hive.Open(new HiveOptions { Path = file.Path, Targets = { new SqliteTarget("replica", AdoConnection.Text(replica, pooling: false)) } }))
        {
            hive.Sync.Start();
            await hive.Sync.WhenIdleAsync();
            using RawDatabase reader = new();
            reader.Open(replica);
            sqlite3_stmt select = reader.Prepare("SELECT 1 FROM users WHERE id = $1");
            double[] waits = new double[Records];
            for (int i = 0; i < Records; i++)
            {
                string id = (await hive.Accounts.AddAsync(AccountData.All[i])).Id;
                waits[i] = Wait(reader, select, id);
                await hive.Sync.WhenIdleAsync();
            }

            series.Add(Names.Hive, new Sample(Statistics.Median(waits), 0, 0));
            series.Add(Slow, new Sample(Statistics.Quantile(waits, 0.9), 0, 0));
        }

        Workspace.Remove(file);
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        double slow = series.Median(Slow, static s => s.Wall);
        yield return new Bar("nine of ten < 20 ms", $"{slow / 1000:0.00} ms", slow < LimitMicros);
    }

    private static double Wait(RawDatabase reader, sqlite3_stmt select, string id)
    {
        long start = Stopwatch.GetTimestamp();
        for (bool found = false; !found; Thread.Yield())
        {
            RawDatabase.BindText(select, 1, id);
            found = reader.Step(select);
            raw.sqlite3_reset(select);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
