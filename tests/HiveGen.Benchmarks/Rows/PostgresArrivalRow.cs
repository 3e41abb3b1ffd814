using System.Diagnostics;
using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;
using Npgsql;

namespace HiveGen.Benchmarks.Rows;

/// <summary>How long after its commit a single record can be read in PostgreSQL, when nothing else happens.</summary>
internal sealed class PostgresArrivalRow(Workspace workspace, PostgresDatabase database) : IRow
{
    private const string Slow = "HiveGen, 99 of 100";
    private const int Records = 100;
    private const double LimitMicros = 25_000;

    public string Name => "commit to visible in PostgreSQL";

    public string Note => "from the return of AddAsync until another connection reads the record; nothing else goes on";

    public string? Synchronous => null;

    public async Task RunAsync(int round, Series series)
    {
        await database.ResetAsync();
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        await using (Hive hive = Hive.Open(new HiveOptions { Path = file.Path, Targets = { database.Target() } }))
        {
            hive.Sync.Start();
            await hive.Sync.WhenIdleAsync();
            await using NpgsqlConnection reader = await database.OpenAsync();
            await using NpgsqlCommand select = new("SELECT 1 FROM users WHERE id = $1", reader);
            select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = "" });
            await select.PrepareAsync();
            double[] waits = new double[Records];
            for (int i = 0; i < Records; i++)
            {
                string id = (await hive.Accounts.AddAsync(AccountData.All[i])).Id;
                long start = Stopwatch.GetTimestamp();
                ((NpgsqlParameter<string>)select.Parameters[0]).TypedValue = id;
                while (await select.ExecuteScalarAsync() is null)
                {
                }

                waits[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                await hive.Sync.WhenIdleAsync();
            }

            series.Add(Names.Hive, new Sample(Statistics.Median(waits), 0, 0));
            series.Add(Slow, new Sample(Statistics.Quantile(waits, 0.99), 0, 0));
        }

        Workspace.Remove(file);
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        double slow = series.Median(Slow, static s => s.Wall);
        yield return new Bar("99 of 100 < 25 ms", $"{slow / 1000:0.00} ms", slow < LimitMicros);
    }
}
