using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Changes two columns of one record by id, one transaction each.</summary>
internal sealed class UpdateOneRow(Workspace workspace) : ContestRow(workspace)
{
    private const long Stamp = 2_000_000_000_000;

    public override string Name => "update one";

    public override string Note => "two columns by id and the line in the change log, one transaction each; HiveGen gives the record back as stored, the others nothing";

    protected override int Rows => 20_000;

    protected override int Operations => 2000;

    public override IEnumerable<Bar> Bars(Series series) => [];

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        int[] picks = AccountData.Picks(Operations, Rows);
        string[] ids = [.. picks.Select(static i => AccountData.All[i].Id)], names = [.. picks.Select(static i => "New " + i)];
        return () => contestant.UpdateEachAsync(ids, names, Stamp + round);
    }

    protected override void Verify(DatabaseFile file, int round, string contestant) =>
        Expect(file, contestant, "SELECT count(*) FROM accounts WHERE updated_at = " + (Stamp + round), Operations);
}
