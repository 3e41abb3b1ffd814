using System.Diagnostics;
using HiveGen.CrashChild;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Real processes killed while they restore a Hive. <c>HIVEGEN_SEED</c> replays when, <c>HIVEGEN_RESTORE_KILLS</c> sets how often.</summary>
public sealed class RestoreKillTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestFolder folder = new();

    private string HivePath => folder.File("hive.db");

    [Fact]
    public async Task A_Hive_is_the_old_one_or_the_restored_one_wherever_its_restoring_is_cut_off()
    {
        int seed = CrashDrill.Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        int kills = CrashDrill.Setting("HIVEGEN_RESTORE_KILLS") ?? 12;
        output.WriteLine($"HIVEGEN_SEED={seed} HIVEGEN_RESTORE_KILLS={kills}");
        Random random = new(seed);
        List<string>[] contents = [await BackUpAsync("a.db", 40), await BackUpAsync("b.db", 90)];
        int[] found = new int[contents.Length];
        for (int kill = 0; kill < kills; kill++)
        {
            // In turn by itself, in the midst of what SQLite does, and by us, also between what it does.
            bool itself = kill % 2 == 0;
            await using Child child = new("restore", HivePath, $"{(itself ? random.Next(1, 80) : 0)}", $"{kill % 4 < 2}", folder.File("a.db"), folder.File("b.db"));
            _ = itself ? await child.ReadToEndAsync() : await KillLaterAsync(child, random);
            await using (Hive hive = Hive.Open(new HiveOptions { Path = HivePath, LockTimeout = TimeSpan.Zero }))
            {
                Assert.Equal("ok", Sql.ReadOne(HivePath, "PRAGMA integrity_check"));
                List<string> now = Content();
                int which = Array.FindIndex(contents, content => content.SequenceEqual(now));
                Assert.True(which >= 0, $"kill {kill} left {now.Count} notes that were in neither backup.");
                found[which]++;
                // A log for the next to fold, or to leave to the old file.
                await hive.Shelves.AddAsync(new() { Number = kill });
            }
        }

        output.WriteLine($"found {string.Join(" and ", found)} times");
        Assert.DoesNotContain(0, found);
    }

    public void Dispose() => folder.Dispose();

    // A kill lies somewhere in the milliseconds that a restore takes; no signal comes from there.
    private static async Task<string[]> KillLaterAsync(Child child, Random random)
    {
        for (int lines = random.Next(1, 8); lines > 0; lines--)
        {
            await child.ReadLineAsync();
        }

        TimeSpan later = TimeSpan.FromMilliseconds(random.NextDouble() * 6);
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < later;)
        {
            await Task.Yield();
        }

        return await child.KillAsync();
    }

    private async Task<List<string>> BackUpAsync(string name, int notes)
    {
        await using Hive hive = Hive.Open(new HiveOptions { Path = HivePath });
        for (int i = hive.Notes.All().ToList().Count; i < notes; i++)
        {
            await hive.Notes.AddAsync(Note.Of(1, $"n{i}", i * 37));
        }

        await hive.BackupAsync(folder.File(name));
        return Content();
    }

    private List<string> Content() => Sql.Read(HivePath, "SELECT id, number, text FROM notes ORDER BY id");
}
