using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Adds 1000 records in a transaction, into tables with the capture triggers for everyone.</summary>
internal sealed class AddManyRow(Workspace workspace) : ContestRow(workspace)
{
    public const int Size = 1000;

    public override string Name => "add 1000 a transaction";

    public override string Note => "per record; the same tables with the same capture triggers for everyone";

    protected override bool Capture => true;

    protected override int Operations => 20 * Size;

    public override IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.AtMost(series, Names.Raw, 1.15);
    }

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        Account[] accounts = [.. AccountData.All.Take(Operations).Select(AccountData.Copy)];
        return () => contestant.AddManyAsync(accounts, Size);
    }

    protected override void Verify(DatabaseFile file, int round, string contestant) => Expect(file, contestant, "SELECT count(*) FROM accounts", Operations);
}
