using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Many callers who each await their own add, against one caller by hand and against a bulk insert by hand.</summary>
internal sealed class ConcurrentRow(Workspace workspace) : IRow
{
    private const string OneCaller = "SQLitePCLRaw, one caller";
    private const string Bulk = "SQLitePCLRaw, 1000 a transaction";
    private const string BulkWithoutTriggers = "SQLitePCLRaw, 1000 a transaction, no triggers";
    private const int Solo = 4000;
    private const int Many = 20_000;
    private const double LimitMillis = 25;

    private static readonly int[] Callers = [64, 256];

    public string Name => "concurrent adders";

    public string Synchronous => "FULL";

    public string Note => "per record; each caller awaits its record before it adds the next; one caller by hand writes both rows itself; 1000 a transaction by hand is measured into the same tables with the same triggers, and without them";

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
        string many = HiveName(256);
        yield return Bar.Rate(series, many, OneCaller, 5);
        yield return Bar.Rate(series, many, Bulk, 0.6);
        double half = series.Median(many, static s => s.Half) / 1000, most = series.Median(many, static s => s.Most) / 1000;
        yield return new Bar($"{many} wait < {LimitMillis} ms, 99 of 100 of them", $"{most:0.0} ms; half of them {half:0.0} ms", most < LimitMillis);
    }

    private static string HiveName(int callers) => $"{Names.Hive}, {callers} callers";

    private async Task ByHandAsync(Series series, string name, bool capture, int count, Func<RawContestant, Account[], Task> add)
    {
        DatabaseFile file = workspace.Make(capture, 0, "FULL");
        await using (RawContestant raw = new())
        {
            raw.Open(file);
            Account[] accounts = AccountData.All[..count];
            series.Add(name, await Meter.RunAsync(count, () => add(raw, accounts)));
        }

        Workspace.Remove(file);
    }

    private async Task HiveAsync(Series series, int callers)
    {
        DatabaseFile file = workspace.Make(capture: true, 0, "FULL");
        await using (HiveContestant hive = new())
        {
            hive.Open(file);
            double[] waits = new double[Many];
            Sample sample = await Meter.RunAsync(Many, () => hive.AddConcurrentlyAsync(AccountData.All[..Many], callers, waits));
            series.Add(HiveName(callers), sample with { Half = Statistics.Median(waits), Most = Statistics.Quantile(waits, 0.99) });
        }

        Workspace.Remove(file);
    }
}
