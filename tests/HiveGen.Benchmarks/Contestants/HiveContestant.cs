using System.Diagnostics;
using HiveGen.Benchmarks.Measuring;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>HiveGen as an app uses it: the generated client over an open Hive without targets.</summary>
internal sealed class HiveContestant : IContestant
{
    private Hive hive = null!;

    public string Name => Names.Hive;

    /// <summary>Makes the file that all contestants work on.</summary>
    public static void Create(string path) => Hive.Open(new HiveOptions { Path = path }).DisposeAsync().AsTask().GetAwaiter().GetResult();

    public void Open(DatabaseFile file) => hive = Hive.Open(new HiveOptions
    {
        Path = file.Path,
        Synchronous = file.Synchronous == "FULL" ? HiveSynchronous.Full : HiveSynchronous.Normal,
    });

    public async Task AddEachAsync(Account[] accounts)
    {
        foreach (Account account in accounts)
        {
            await hive.Accounts.AddAsync(account);
        }
    }

    public async Task AddManyAsync(Account[] accounts, int size)
    {
        foreach (Account[] chunk in accounts.Chunk(size))
        {
            await hive.Accounts.AddAsync(chunk);
        }
    }

    /// <summary>So many callers, each of whom awaits his record before he adds the next.</summary>
    /// <param name="accounts">What is added.</param>
    /// <param name="callers">How many add.</param>
    /// <param name="waits">Takes how long the caller of each account waited, in microseconds.</param>
    public Task AddConcurrentlyAsync(Account[] accounts, int callers, double[] waits)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < accounts.Length; i = Interlocked.Increment(ref next))
            {
                long start = Stopwatch.GetTimestamp();
                await hive.Accounts.AddAsync(accounts[i]);
                waits[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        })));
    }

    public long GetById(ReadOnlySpan<string> ids)
    {
        long sum = 0;
        foreach (string id in ids)
        {
            sum += hive.Accounts.Get(id)!.UpdatedAt;
        }

        return sum;
    }

    public long GetByEmail(ReadOnlySpan<string> emails)
    {
        long sum = 0;
        foreach (string email in emails)
        {
            sum += hive.Accounts.GetByEmail(email)!.UpdatedAt;
        }

        return sum;
    }

    public List<Account> Scan() => hive.Accounts.All().ToList();

    public async Task UpdateEachAsync(string[] ids, string[] names, long updatedAt)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            await hive.Accounts.SetAsync(ids[i], new Account.Changes { Name = names[i], UpdatedAt = updatedAt });
        }
    }

    public async Task DeleteEachAsync(string[] ids)
    {
        foreach (string id in ids)
        {
            await hive.Accounts.RemoveAsync(id);
        }
    }

    public ValueTask DisposeAsync() => hive.DisposeAsync();
}
