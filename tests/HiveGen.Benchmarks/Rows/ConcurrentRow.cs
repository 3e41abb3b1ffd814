using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Many callers who each await their own add, against one caller by hand and against a bulk insert by hand.</summary>
internal sealed class ConcurrentRow(Workspace workspace) : IRow
{
    private const string OneCaller = "SQLitePCLRaw, one caller";
    private const string Bulk = "SQLitePCLRaw, 1000 a transaction";
    private const string BulkWithoutTriggers = "SQLitePCLRaw, 1000 a transaction, no triggers";
    private const int Solo = 2000;
    private const int Many = 20_000;

    private static readonly int[] Callers = [64, 256];

    public string Name => "concurrent adders";

    public string Note => "FULL on both sides; per record; each caller awaits its record before it adds the next; one caller by hand writes both rows itself; 1000 a transaction by hand is measured into the same tables with the same triggers, and without them";

    public async Task RunAsync(int round, Series series)
    {
        List<Func<Task>> ways =
        [
            () => ByHandAsync(series, OneCaller, false, Solo, static (raw, accounts) => raw.AddEachAsync(accounts)),
            () => ByHandAsync(series, Bulk, true, Many, static (raw, accounts) => raw.AddManyAsync(accounts, AddManyRow.Size)),
            () => ByHandAsync(series, BulkWithoutTriggers, false, Many, static (raw, accounts) => raw.AddManyAsync(accounts, AddManyRow.Size)),
            .. Callers.Select(callers => (Func<Task>)(() => HiveAsync(series, callers))),
        ];
        Func<Task>[] shuffled = [.. ways];
        new Random(round).Shuffle(shuffled);
        foreach (Func<Task> way in shuffled)
        {
            await way();
        }
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return AtLeast(series, OneCaller, 5);
        yield return AtLeast(series, Bulk, 0.5);
    }

    private static string HiveName(int callers) => $"{Names.Hive}, {callers} callers";

    private static Bar AtLeast(Series series, string other, double factor)
    {
        double ratio = series.Ratio(HiveName(256), other, static s => s.Rate);
        return new Bar($"256 callers ≥ {factor:0.##} × the rate of {other}", $"{ratio:0.00} ×", ratio >= factor);
    }

    private async Task ByHandAsync(Series series, string name, bool capture, int count, Func<RawContestant, Account[], Task> add)
    {
        DatabaseFile file = workspace.Make(capture, 0, "FULL");
        await using (RawContestant raw = new())
        {
            raw.Open(file);
            Account[] accounts = AccountData.All[..count];
            series.Add(name, await Meter.RunAsync(file, count, () => add(raw, accounts)));
        }

        Workspace.Remove(file);
    }

    private async Task HiveAsync(Series series, int callers)
    {
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        await using (HiveContestant hive = new())
        {
            hive.Open(file);
            series.Add(HiveName(callers), await Meter.RunAsync(file, Many, () => hive.AddConcurrentlyAsync(AccountData.All[..Many], callers)));
        }

        Workspace.Remove(file);
    }
}
