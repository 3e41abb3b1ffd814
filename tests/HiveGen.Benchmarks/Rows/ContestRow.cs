using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>A row in which every contestant does the same to a file of its own.</summary>
internal abstract class ContestRow(Workspace workspace) : IRow
{
    public abstract string Name { get; }

    public abstract string Note { get; }

    public virtual string? Synchronous => "FULL";

    /// <summary>The rows that are in the file at the start.</summary>
    protected virtual int Rows => 0;

    /// <summary>Whether the contestants by hand have the capture triggers, too. A Hive always has them.</summary>
    protected virtual bool Capture => false;

    /// <summary>How many operations a sample has.</summary>
    protected abstract int Operations { get; }

    public async Task RunAsync(int round, Series series)
    {
        IContestant[] contestants = [new HiveContestant(), new RawContestant(), new AdoContestant(), new DapperContestant(), new EfContestant()];
        new Random(round).Shuffle(contestants);
        foreach (IContestant contestant in contestants)
        {
            DatabaseFile file = workspace.Make(contestant is HiveContestant || Capture, Rows, Synchronous ?? "FULL");
            await using (contestant)
            {
                contestant.Open(file);
                Func<Task> body = Prepare(contestant, round);
                series.Add(contestant.Name, await Meter.RunAsync(Operations, body));
            }

            Verify(file, round, contestant.Name);
            Workspace.Remove(file);
        }
    }

    public abstract IEnumerable<Bar> Bars(Series series);

    /// <summary>Makes what is measured; what it allocates beforehand is not.</summary>
    protected abstract Func<Task> Prepare(IContestant contestant, int round);

    /// <summary>Proves the effect by a look into the file.</summary>
    protected virtual void Verify(DatabaseFile file, int round, string contestant)
    {
    }

    /// <summary>Fails unless the query gives the number.</summary>
    protected static void Expect(DatabaseFile file, string contestant, string sql, long expected)
    {
        using RawDatabase database = new();
        database.Open(file.Path);
        long actual = database.Scalar(sql);
        if (actual != expected)
        {
            throw new InvalidOperationException($"{contestant}: {sql} gives {actual} instead of {expected}.");
        }
    }
}
