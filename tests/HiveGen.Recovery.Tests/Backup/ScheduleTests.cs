using System.Globalization;

namespace HiveGen.Tests;

public sealed class ScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Backups_come_by_themselves_and_the_newest_stay()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out _);
        Hive hive = site.Open();
        List<string> made = [];
        for (int i = 0; i < 5; i++)
        {
            made.Add(await NextAsync(hive, time, made.LastOrDefault()));
        }

        Assert.Contains(hive.Sync.Status.Loops, static loop => loop.Name == "(backup)");

        AssertNewest(site, hive, made);
        DateTime[] times = [.. Files(site).Select(static file => DateTime.ParseExact(file, "'hive-'yyyyMMdd'T'HHmmssfff'Z.db'", CultureInfo.InvariantCulture))];
        Assert.All(times.Zip(times.Skip(1)), static pair => Assert.Equal(Hour, pair.Second - pair.First));
    }

    [Fact]
    public async Task Backups_from_the_future_of_a_clock_that_was_moved_back_do_not_put_the_next_one_off()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out ShiftedClock clock);
        await using (Hive hive = site.Open())
        {
            await NextAsync(hive, time, null);
        }

        clock.Move(TimeSpan.FromDays(-365));
        DateTimeOffset before = time.GetUtcNow();
        await NextAsync(site.Open(), time, null);
        Assert.InRange(time.GetUtcNow() - before, TimeSpan.Zero, Hour * 2);
    }

    [Fact]
    public async Task A_clock_that_was_moved_back_a_year_deletes_no_new_backup()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out ShiftedClock clock);
        Hive hive = site.Open();
        List<string> made = [await NextAsync(hive, time, null)];
        clock.Move(TimeSpan.FromDays(-365));
        for (int i = 0; i < 4; i++)
        {
            made.Add(await NextAsync(hive, time, made[^1]));
        }

        AssertNewest(site, hive, made);
    }

    [Fact]
    public async Task A_restart_does_not_put_the_next_one_off()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out _);
        DateTimeOffset due;
        await using (Hive hive = site.Open())
        {
            await Site.RunUntilAsync(time, hive, () => hive.BackupStatus!.Last is not null);
            due = hive.BackupStatus!.LastAt!.Value + Hour;
        }

        time.Advance(TimeSpan.FromMinutes(50));
        Hive again = site.Open();
        await Site.RunUntilAsync(time, again, () => again.BackupStatus!.Last is not null);
        Assert.InRange(again.BackupStatus!.LastAt!.Value, due - TimeSpan.FromMinutes(1), due + (Hour / 2));
    }

    [Fact]
    public async Task A_failure_is_told_and_tried_again_soon()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out _);
        await File.WriteAllTextAsync(site.File("backups"), "in the way");
        Hive hive = site.Open();
        await Site.RunUntilAsync(time, hive, () => hive.BackupStatus!.Failures >= 2);
        Assert.Contains("cannot be made", hive.BackupStatus!.Error, StringComparison.Ordinal);
        Assert.Null(hive.BackupStatus.Last);
        File.Delete(site.File("backups"));
        DateTimeOffset before = time.GetUtcNow();
        await Site.RunUntilAsync(time, hive, () => hive.BackupStatus!.Last is not null);
        Assert.True(hive.BackupStatus!.LastAt - before < Hour / 2);
        Assert.Equal((0, null), (hive.BackupStatus.Failures, hive.BackupStatus.Error));
    }

    [Fact]
    public async Task What_else_lies_in_the_folder_stays()
    {
        await using Site site = Scheduled(out FakeTimeProvider time, out _);
        Directory.CreateDirectory(site.File("backups"));
        string[] others = ["hive-notes.db", "hive-20200101T000000000Z.txt", "other-20200101T000000000Z.db"];
        foreach (string other in others)
        {
            await File.WriteAllTextAsync(Path.Combine(site.File("backups"), other), "mine");
        }

        Hive hive = site.Open();
        string? last = null;
        for (int i = 0; i < 5; i++)
        {
            last = await NextAsync(hive, time, last);
        }

        Assert.Superset(others.ToHashSet(), Files(site).ToHashSet());
    }

    [Fact]
    public void Options_that_cannot_be_met_are_refused_before_anything_is_opened()
    {
        using TestFolder folder = new();
        HiveOptions options = new() { Path = folder.File("hive.db") };
        options.Backup.Every = Hour;
        HiveException refused = Assert.Throws<HiveException>(() => Hive.Open(options));
        Assert.Contains("Hive:Backup:Folder", refused.Message, StringComparison.Ordinal);
        options.Backup.Folder = folder.File("backups");
        options.Backup.Keep = 0;
        refused = Assert.Throws<HiveException>(() => Hive.Open(options));
        Assert.Contains("Hive:Backup:Keep", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(options.Path));
    }

    private static Site Scheduled(out FakeTimeProvider time, out ShiftedClock clock)
    {
        time = new FakeTimeProvider();
        clock = new ShiftedClock(time);
        Site site = new() { Clock = clock };
        site.Configure = options =>
        {
            // Long waits in few steps: the tests go through every timer, 10 minutes at most at a time.
            options.Dispatch.SafetyInterval = TimeSpan.FromMinutes(10);
            options.Dispatch.TrimInterval = TimeSpan.FromDays(10);
            options.Backup.Folder = site.File("backups");
            options.Backup.Every = Hour;
            options.Backup.Keep = 3;
        };
        return site;
    }

    private static void AssertNewest(Site site, Hive hive, List<string> made)
    {
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        hive.Dispose();
        Assert.Equal(made[^3..], Files(site));
    }

    private static string[] Files(Site site) => [.. Directory.GetFiles(site.File("backups")).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static async Task<string> NextAsync(Hive hive, FakeTimeProvider time, string? after)
    {
        await Site.RunUntilAsync(time, hive, () => hive.BackupStatus!.Last is { } last && Path.GetFileName(last.Path) != after);
        return Path.GetFileName(hive.BackupStatus!.Last!.Path);
    }
}
