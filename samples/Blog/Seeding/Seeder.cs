using System.Diagnostics;
using Blog.Models;
using Blog.Sessions;

namespace Blog.Seeding;

/// <summary>Adds accounts, posts and comments, some hundred accounts a transaction.</summary>
internal sealed class Seeder(Hive hive)
{
    public const string Password = "password";

    private const int AccountsATime = 250;
    private const int PostsAnAccount = 2;

    private readonly FakeBlog fake = new();
    private readonly Stopwatch writing = new();

    /// <summary>How many records were added, profiles included.</summary>
    public long Records { get; private set; }

    /// <summary>The time spent in the database; making up the data is not counted.</summary>
    public TimeSpan Elapsed => writing.Elapsed;

    /// <summary>Records a second.</summary>
    public double Rate => Records / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>Gives the number of accounts that are in after every transaction.</summary>
    public async IAsyncEnumerable<int> RunAsync(int count)
    {
        string passwordHash = Passwords.Hash(Password);
        for (int done = 0; done < count;)
        {
            Account[] people = [.. Enumerable.Range(0, Math.Min(AccountsATime, count - done)).Select(_ => fake.Account(passwordHash))];
            IReadOnlyList<Account> accounts = await WriteAsync(hive.Accounts.AddAsync, people);
            IReadOnlyList<Post> posts = await WriteAsync(hive.Posts.AddAsync, accounts.SelectMany(a => Enumerable.Range(0, PostsAnAccount).Select(_ => fake.Post(a))));
            await WriteAsync(hive.Comments.AddAsync, posts.Select(p => fake.Comment(p, fake.One([.. accounts]))));
            Records += accounts.Count; // a profile each, which the hook adds
            done += people.Length;
            yield return done;
        }
    }

    private async Task<IReadOnlyList<T>> WriteAsync<T>(Func<IEnumerable<T>, CancellationToken, ValueTask<IReadOnlyList<T>>> add, IEnumerable<T> records)
    {
        T[] made = [.. records];
        writing.Start();
        IReadOnlyList<T> added = await add(made, CancellationToken.None);
        writing.Stop();
        Records += added.Count;
        return added;
    }
}
