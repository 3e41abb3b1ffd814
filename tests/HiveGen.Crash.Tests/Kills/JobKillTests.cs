using HiveGen.CrashChild;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Real processes killed while they store and run jobs. <c>HIVEGEN_SEED</c> replays when, <c>HIVEGEN_JOB_KILLS</c> sets how often.</summary>
public sealed class JobKillTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly HashSet<string> stored = [];
    private readonly Dictionary<string, int> ran = [];

    private string HivePath => folder.File("hive.db");

    [Fact]
    public async Task A_stored_job_runs_at_least_once_however_often_the_process_is_killed_and_one_that_was_not_stored_never()
    {
        int seed = CrashDrill.Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        int kills = CrashDrill.Setting("HIVEGEN_JOB_KILLS") ?? 8;
        output.WriteLine($"HIVEGEN_SEED={seed} HIVEGEN_JOB_KILLS={kills}");
        Random random = new(seed);
        for (int kill = 0; kill < kills; kill++)
        {
            // In turn by itself, behind the work of a job, and by us, anywhere.
            bool itself = kill % 2 == 0;
            await using Child child = new("jobs", HivePath, $"{kill * 1_000_000}", $"{(itself ? random.Next(1, 40) : 0)}");
            string[] lines = itself ? await child.ReadToEndAsync() : await KillLaterAsync(child, random.Next(1, 80));
            Array.ForEach(lines, Note);
        }

        HiveOptions options = new() { Path = HivePath };
        options.Jobs[JobDrill.Job] = (_, payload, _) =>
        {
            lock (ran)
            {
                Note("ran " + payload);
            }

            return Task.CompletedTask;
        };
        await using Hive hive = Hive.Open(options);
        hive.Sync.Start();
        await Eventually.TrueAsync(() => hive.Sync.Jobs.Status is { Waiting: 0, Running: 0 }, "Jobs are left.");
        output.WriteLine($"{stored.Count} acknowledged jobs, {ran.Count} ran, {ran.Values.Count(static times => times > 1)} of them more than once");
        Assert.Equal(0, hive.Sync.Jobs.Status.Dead);
        Assert.Empty(stored.Except(ran.Keys));
        // A record and its job are in one transaction.
        Assert.Equal(Sql.Read(HivePath, "SELECT id FROM notes ORDER BY id"), ran.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(ran.Values, static times => times > 1);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string[]> KillLaterAsync(Child child, int lines)
    {
        for (int i = 0; i < lines; i++)
        {
            Note(await child.ReadLineAsync());
        }

        return await child.KillAsync();
    }

    private void Note(string line)
    {
        switch (line.Split(' '))
        {
            case ["stored", string id]:
                stored.Add(id);
                break;
            case ["ran", string id]:
                ran[id] = ran.GetValueOrDefault(id) + 1;
                break;
        }
    }
}
