using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The clock of the machine was wrong, and is set right while the app runs, or between two runs.</summary>
public sealed class MovedClockTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_that_waits_for_a_retry_does_not_wait_for_a_clock_that_was_moved_back_a_year(bool restart)
    {
        FakeTimeProvider time = new();
        ShiftedClock clock = new(time);
        await using Site site = new() { Clock = clock };
        string refused = "";
        site.Wrap = target => new GatedTarget(target) { Outcome = item => item.RecordId == Volatile.Read(ref refused) ? new ItemOutcome(ItemStatus.Retry, "later") : null };
        Hive hive = site.Open();
        IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 10));
        await Site.DrainAsync(time, hive);
        refused = accounts[3].Id;
        await hive.Accounts.SetAsync(accounts[3].Id, new() { Name = "late" });
        await Site.RunUntilAsync(time, hive, () => hive.Sync.Status.Targets[0].Parked == 1);

        clock.Move(-Year);
        refused = "";
        if (restart)
        {
            await hive.DisposeAsync();
            hive = site.Open();
        }

        DateTimeOffset before = time.GetUtcNow();
        await hive.Accounts.AddAsync(new Account { Email = "wake@x.example" });
        await Site.DrainAsync(time, hive);
        Assert.True(time.GetUtcNow() - before < TimeSpan.FromHours(1));
        site.AssertEqual(hive);
    }

    [Fact]
    public async Task Changes_go_on_in_order_whatever_the_clock_says()
    {
        FakeTimeProvider time = new();
        ShiftedClock clock = new(time);
        await using Site site = new() { Clock = clock };
        Hive hive = site.Open();
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        foreach (TimeSpan step in (TimeSpan[])[-Year, Year * 3, -Year * 5])
        {
            clock.Move(step);
            await hive.Accounts.SetAsync(account.Id, new() { Name = $"after {step}" });
            await hive.Accounts.AddAsync(new Account { Email = $"{step}@x.example" });
            await Site.DrainAsync(time, hive);
            site.AssertEqual(hive);
        }

        await hive.DisposeAsync();
        Hive again = site.Open();
        await again.Accounts.RemoveAsync(account.Id);
        await Site.DrainAsync(time, again);
        site.AssertEqual(again);
        Assert.Equal("1", Sql.ReadOne(site.ReplicaPath, "SELECT epoch FROM _hive_cursor"));
    }
}
