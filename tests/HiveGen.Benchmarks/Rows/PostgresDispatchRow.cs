using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>How fast committed records arrive in PostgreSQL, against the two ways of writing the same rows by hand.</summary>
internal sealed class PostgresDispatchRow(Workspace workspace, PostgresDatabase database) : IRow
{
    private const string Copy = "COPY and INSERT by hand";
    private const string Single = "a statement a row";
    private const string SingleUnprepared = "a statement a row, not prepared";
    private const string Load = "HiveGen, full load";
    private const string Updates = "HiveGen, over stored rows";
    private const string CopyUpdates = "COPY and INSERT over stored rows";
    private const int Count = 50_000;
    private const int Singles = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => "dispatch to PostgreSQL";

    public string Note => "per record; HiveGen follows its change log, reads the live rows and keeps cursor and guard; by hand the rows are in memory: COPY into a temporary table and a guarded INSERT … SELECT, 5000 a transaction, and one guarded statement a transaction, prepared, and as a pooler wants it";

    public string? Synchronous => null;

    public async Task RunAsync(int round, Series series)
    {
        Func<Series, Task>[] ways = [HiveAsync, LoadAsync, ByHandAsync, SingleAsync];
        new Random(round).Shuffle(ways);
        foreach (Func<Series, Task> way in ways)
        {
            await database.ResetAsync();
            await way(series);
        }
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.Rate(series, Names.Hive, Copy, 0.7);
        yield return Bar.Rate(series, Updates, CopyUpdates, 0.7);
        yield return Bar.Rate(series, Names.Hive, Single, 15);
        yield return Bar.Rate(series, Names.Hive, SingleUnprepared, 15);
    }

    private static async Task SendAsync(Hive hive)
    {
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Patience);
    }

    private async Task HiveAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        await using (Hive hive = Hive.Open(new HiveOptions { Path = file.Path, Targets = { database.Target() } }))
        {
            await SendAsync(hive); // the first contact, with nothing to send
            await hive.Sync.StopAsync();
            foreach (Account[] chunk in AccountData.All.Take(Count).Chunk(AddManyRow.Size))
            {
                await hive.Accounts.AddAsync(chunk);
            }

            series.Add(Names.Hive, await Meter.RunAsync(Count, () => SendAsync(hive)));
            await hive.Sync.StopAsync();
            await hive.Accounts.All().SetAsync(new Account.Changes { Plan = "changed" });
            series.Add(Updates, await Meter.RunAsync(Count, () => SendAsync(hive)));
        }

        await VerifyAsync(Count);
        Workspace.Remove(file);
    }

    private async Task LoadAsync(Series series)
    {
        DatabaseFile file = workspace.Make(capture: true, Count, "FULL");
        await using (Hive hive = Hive.Open(new HiveOptions { Path = file.Path, Targets = { database.Target() } }))
        {
            series.Add(Load, await Meter.RunAsync(Count, () => SendAsync(hive)));
        }

        await VerifyAsync(Count);
        Workspace.Remove(file);
    }

    private async Task ByHandAsync(Series series)
    {
        Account[] accounts = AccountData.All[..Count];
        series.Add(Copy, await Meter.RunAsync(Count, () => database.CopyAsync(accounts, from: 0)));
        series.Add(CopyUpdates, await Meter.RunAsync(Count, () => database.CopyAsync(accounts, from: Count)));
        await VerifyAsync(Count);
    }

    private async Task SingleAsync(Series series)
    {
        Account[] accounts = AccountData.All[..Singles];
        series.Add(Single, await Meter.RunAsync(Singles, () => database.InsertAsync(accounts, isPrepared: true)));
        await VerifyAsync(Singles);
        await database.ResetAsync();
        series.Add(SingleUnprepared, await Meter.RunAsync(Singles, () => database.InsertAsync(accounts, isPrepared: false)));
        await VerifyAsync(Singles);
    }

    private async Task VerifyAsync(int expected)
    {
        if (await database.CountAsync() is var count && count != expected)
        {
            throw new InvalidOperationException($"{count} records arrived instead of {expected}.");
        }
    }
}
