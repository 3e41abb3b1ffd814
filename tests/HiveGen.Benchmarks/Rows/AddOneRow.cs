using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Adds one record and its line in the change log in one transaction, again and again, from one caller.</summary>
internal sealed class AddOneRow(Workspace workspace, string synchronous) : ContestRow(workspace)
{
    public override string Name => $"add one ({Synchronous})";

    public override string Note => "a row and its line in the change log, one transaction each, one caller; measured after 2000 adds, when the log has its usual size for everyone";

    public override string Synchronous => synchronous;

    protected override int Operations => 2000;

    public override IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.AtMost(series, Names.Raw, 1.15);
        yield return Bar.Faster(series, Names.Ef, 2.5);
    }

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        Account[] accounts = [.. AccountData.All.Take(Operations).Select(AccountData.Copy)];

        // The log has grown to its usual size for everyone: while a file grows, an fsync costs more.
        contestant.AddEachAsync([.. AccountData.All.Skip(Operations).Take(Operations).Select(AccountData.Copy)]).GetAwaiter().GetResult();
        return () => contestant.AddEachAsync(accounts);
    }

    protected override void Verify(DatabaseFile file, int round, string contestant) => Expect(file, contestant, "SELECT count(*) FROM accounts", 2 * Operations);
}
