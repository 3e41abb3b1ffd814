using System.Globalization;
using HiveGen.Adapters.Sqlite;
using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Rows;

/// <summary>Compares a million records with a second SQLite file, against a loop by hand that hashes the same columns on both sides.</summary>
internal sealed class VerifyRow(Workspace workspace) : IRow
{
    private const string ByHand = "a loop by hand";
    private const int Copies = 10;
    private const int Count = AccountData.Count * Copies;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private (string Hive, string Replica)? files;

    public string Name => "verify a million";

    public string Note => "per record; the loop hashes the same columns of both tables and tells only whether they differ; HiveGen tells which rows would";

    public string? Synchronous => null;

    public async Task RunAsync(int round, Series series)
    {
        (string path, string replica) = files ??= await MakeAsync();
        await using Hive hive = Open(path, replica);
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Patience);
        Func<Task>[] ways =
        [
            async () => series.Add(Names.Hive, await Meter.RunAsync(Count, async () => Check((await hive.Sync.VerifyAsync("replica")).Equal))),
            async () => series.Add(ByHand, await Meter.RunAsync(Count, () => Check(HandScan.Equal(path, replica)))),
        ];
        new Random(round).Shuffle(ways);
        foreach (Func<Task> way in ways)
        {
            await way();
        }
    }

    public IEnumerable<Bar> Bars(Series series)
    {
        yield return Bar.Rate(series, Names.Hive, ByHand, 0.4);
    }

    private static Hive Open(string path, string replica) =>
        Hive.Open(new HiveOptions { Path = path, Targets = { new SqliteTarget("replica", AdoConnection.Text(replica, pooling: false)) } });

    private static void Check(bool equal)
    {
        if (!equal)
        {
            throw new InvalidOperationException("The files are equal, and were called different.");
        }
    }

    private async Task<(string Hive, string Replica)> MakeAsync()
    {
        string path = workspace.Make(capture: true, AccountData.Count, "FULL").Path;
        string replica = workspace.NewPath();
        using (RawDatabase database = new())
        {
            database.Open(path);
            for (int copy = 1; copy < Copies; copy++)
            {
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                    INSERT INTO accounts ({Sql.Columns}) SELECT id || '_{copy}', '{copy}' || email, name, handle || '{copy}', email_verified, plan, status, created_at, updated_at
                    FROM accounts WHERE id NOT LIKE '%\_%\_%' ESCAPE '\'
                    """));
            }
        }

        await using Hive hive = Open(path, replica);
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: Patience);
        return (path, replica);
    }
}
