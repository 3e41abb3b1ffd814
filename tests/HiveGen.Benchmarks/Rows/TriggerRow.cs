using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>What the capture triggers themselves cost: the same inserts by hand without a log, with a log by hand, and with triggers.</summary>
internal sealed class TriggerRow(Workspace workspace) : IRow
{
    private const string None = "no log";
    private const string ByHand = "log by hand";
    private const string Triggers = "log by triggers";
    private const int Count = 20 * AddManyRow.Size;

    public string Name => "the triggers";

    public string Note => "SQLitePCLRaw adds 1000 a transaction; per record";

    public string Synchronous => "FULL";

    public async Task RunAsync(int round, Series series)
    {
        (string Name, bool Capture, bool Log)[] ways = [(None, false, false), (ByHand, false, true), (Triggers, true, false)];
        new Random(round).Shuffle(ways);
        Account[] accounts = AccountData.All[..Count];
        foreach ((string name, bool capture, bool log) in ways)
        {
            DatabaseFile file = workspace.Make(capture, 0, "FULL");
            await using (RawContestant contestant = new())
            {
                contestant.Open(file with { Capture = !log });
                series.Add(name, await Meter.RunAsync(Count, () => contestant.AddManyAsync(accounts, AddManyRow.Size)));
            }

            Workspace.Remove(file);
        }
    }

    public IEnumerable<Bar> Bars(Series series) => [];
}
