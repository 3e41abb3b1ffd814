using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Reads single records of 100,000 at random, each to an object.</summary>
internal sealed class GetRow(Workspace workspace, bool byEmail) : ContestRow(workspace)
{
    private const int ObjectHeader = 16;

    public override string Name => byEmail ? "get by unique key" : "get by id";

    public override string Note => "100,000 records in the file; autocommit, each to an object";

    public override string? Synchronous => null;

    protected override int Rows => AccountData.Count;

    protected override int Operations => 20_000;

    public override IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.AtMost(series, Names.Raw, 0.75);
        yield return Bar.Faster(series, Names.Dapper, 3.5);
        yield return Bar.Faster(series, Names.Ef, 7);

        // SQLitePCLRaw by hand allocates the record with its strings and nothing else.
        double bytes = series.Median(Names.Hive, static s => s.Bytes), record = series.Median(Names.Raw, static s => s.Bytes);
        yield return new Bar("allocates the record and nothing else", $"{bytes:0} B of {record:0} B", bytes <= record + (ObjectHeader / 2));
    }

    protected override Func<Task> Prepare(IContestant contestant, int round)
    {
        string[] keys = [.. AccountData.Picks(Operations, Rows).Select(i => byEmail ? AccountData.All[i].Email : AccountData.All[i].Id)];
        long expected = AccountData.Picks(Operations, Rows).Sum(static i => AccountData.All[i].UpdatedAt);
        Get(contestant, keys); // the page cache is warm for everyone
        return () =>
        {
            long sum = Get(contestant, keys);
            return sum == expected ? Task.CompletedTask : throw new InvalidOperationException(contestant.Name + " read something else.");
        };
    }

    private long Get(IContestant contestant, string[] keys) => byEmail ? contestant.GetByEmail(keys) : contestant.GetById(keys);
}
