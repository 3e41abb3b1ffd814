using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Deletes one record by id, one transaction each.</summary>
internal sealed class DeleteOneRow(Workspace workspace) : ContestRow(workspace)
{
    public override string Name => "delete one";

    public override string Note => "by id and the line in the change log, one transaction each";

    protected override int Rows => 20_000;

    protected override int Operations => 2000;

    public override IEnumerable<Bar> Bars(Series series) => [];

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        string[] ids = [.. AccountData.Picks(Operations, Rows).Select(static i => AccountData.All[i].Id)];
        return () => contestant.DeleteEachAsync(ids);
    }

    protected override void Verify(DatabaseFile file, int round, string contestant) =>
        Expect(file, contestant, "SELECT count(*) FROM accounts", Rows - Operations);
}
