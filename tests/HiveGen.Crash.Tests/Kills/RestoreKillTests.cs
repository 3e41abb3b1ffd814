using HiveGen.CrashChild;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>Real processes killed while they restore a Hive. <c>HIVEGEN_SEED</c> repeats what is chosen, <c>HIVEGEN_RESTORE_KILLS</c> sets how often.</summary>
public sealed class RestoreKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly RestoreMoment[] Moments = [RestoreMoment.Copying, RestoreMoment.Replaced, RestoreMoment.Kept];

    private readonly TestFolder folder = new();

    private string HivePath => folder.File("hive.db");

    [Fact]
    public async Task A_Hive_is_the_old_one_or_the_restored_one_wherever_its_restoring_is_cut_off()
    {
        int seed = CrashDrill.Setting("HIVEGEN_SEED") ?? Random.Shared.Next();
        int kills = CrashDrill.Setting("HIVEGEN_RESTORE_KILLS") ?? 16;
        output.WriteLine($"HIVEGEN_SEED={seed} HIVEGEN_RESTORE_KILLS={kills}");
        Random random = new(seed);
        List<string>[] contents = [await BackUpAsync("a.db", 300), await BackUpAsync("b.db", 400)];
        RestoreWatch watch = new(HivePath, new FileInfo(folder.File("a.db")).Length);
        int[] found = new int[contents.Length];
        List<string> died = [];
        for (int kill = 0; kill < kills; kill++)
        {
            // In turn by itself, in the midst of what SQLite does, and by us, between what the restore does with whole files.
            bool itself = kill % 2 == 0;
            bool keep = kill % 4 < 2;
            await using Child child = new("restore", HivePath, $"{(itself ? random.Next(1, 80) : 0)}", $"{keep}", folder.File("a.db"), folder.File("b.db"));
            died.Add(itself ? await ByItselfAsync(child) : await AtAMomentAsync(child, watch, Moments[random.Next(keep ? 3 : 2)], random.Next(1, 6)));
            await using (Hive hive = Hive.Open(new HiveOptions { Path = HivePath, LockTimeout = TimeSpan.Zero }))
            {
                Assert.Equal("ok", Sql.ReadOne(HivePath, "PRAGMA integrity_check"));
                List<string> now = Content();
                int which = Array.FindIndex(contents, content => content.SequenceEqual(now));
                Assert.True(which >= 0, $"kill {kill}, at {died[^1]}, left {now.Count} notes that were in neither backup.");
                found[which]++;
                // A log for the next to fold, or to leave to the old file.
                await hive.Shelves.AddAsync(new() { Number = kill });
            }
        }

        output.WriteLine($"found {string.Join(" and ", found)} times; died at: {string.Join(", ", died)}");
        Assert.DoesNotContain(0, found);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> ByItselfAsync(Child child)
    {
        await child.ReadToEndAsync();
        return "a call to the disk";
    }

    private static async Task<string> AtAMomentAsync(Child child, RestoreWatch watch, RestoreMoment moment, int times)
    {
        // From here on it has the files.
        await child.ReadLineAsync();
        RestoreMoment seen = await Task.Run(() => watch.Await(moment, times));
        await child.KillAsync();
        return seen.ToString();
    }

    private async Task<List<string>> BackUpAsync(string name, int notes)
    {
        await using Hive hive = Hive.Open(new HiveOptions { Path = HivePath });
        for (int i = hive.Notes.All().ToList().Count; i < notes; i++)
        {
            await hive.Notes.AddAsync(Note.Of(1, $"n{i}", 12001 - i));
        }

        await hive.BackupAsync(folder.File(name));
        return Content();
    }

    private List<string> Content() => Sql.Read(HivePath, "SELECT id, number, text FROM notes ORDER BY id");
}
