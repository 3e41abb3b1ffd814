using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Reads the whole table to a list of objects.</summary>
internal sealed class ScanRow(Workspace workspace) : ContestRow(workspace)
{
    public override string Name => "scan 100k";

    public override string Note => "per record; the whole table to a list";

    public override string? Synchronous => null;

    protected override int Rows => AccountData.Count;

    protected override int Operations => AccountData.Count;

    public override IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.AtMost(series, Names.Raw, 0.9);
    }

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        contestant.Scan(); // the page cache is warm for everyone
        return () => contestant.Scan().Count == Rows ? Task.CompletedTask : throw new InvalidOperationException(contestant.Name + " lost records.");
    }
}
