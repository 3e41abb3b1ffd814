using System.Globalization;

namespace HiveGen.Benchmarks;

/// <summary>Believable accounts, the same ones in every run.</summary>
internal static class AccountData
{
    public const int Count = 100_000;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] FirstNames = ["Ada", "Alan", "Grace", "Edsger", "Barbara", "Donald", "Tony", "Leslie", "Frances", "Ken", "Dennis", "Zoë"];
    private static readonly string[] LastNames = ["Lovelace", "Turing", "Hopper", "Dijkstra", "Liskov", "Knuth", "Hoare", "Lamport", "Allen", "Thompson", "Ritchie", "Müller"];
    private static readonly string[] Plans = ["free", "free", "free", "pro", "team"];
    private static readonly string[] States = ["none", "active", "past_due", "canceled"];

    private static readonly Lazy<Account[]> Made = new(static () => Make(Count));

    /// <summary>All accounts, in no order of their ids.</summary>
    public static Account[] All => Made.Value;

    /// <summary>The numbers of <paramref name="count"/> different accounts, at random but always the same.</summary>
    public static int[] Picks(int count, int of)
    {
        int[] numbers = [.. Enumerable.Range(0, of)];
        new Random(7).Shuffle(numbers);
        return numbers[..count];
    }

    /// <summary>A copy: EF Core tracks the instances it is given.</summary>
    public static Account Copy(Account account) => new()
    {
        Id = account.Id,
        Email = account.Email,
        Name = account.Name,
        Handle = account.Handle,
        EmailVerified = account.EmailVerified,
        Plan = account.Plan,
        Status = account.Status,
        CreatedAt = account.CreatedAt,
        UpdatedAt = account.UpdatedAt,
    };

    private static Account[] Make(int count)
    {
        Random random = new(42);
        Account[] accounts = new Account[count];
        for (int i = 0; i < count; i++)
        {
            string first = FirstNames[random.Next(FirstNames.Length)];
            long created = 1_760_000_000_000 + (i * 997L);
            accounts[i] = new Account
            {
                Id = "acc_" + random.GetString(Alphabet, 16),
                Email = string.Create(CultureInfo.InvariantCulture, $"{first.ToLowerInvariant()}{i}.{random.GetString(Alphabet, 5)}@example.com"),
                Name = first + " " + LastNames[random.Next(LastNames.Length)],
                Handle = string.Create(CultureInfo.InvariantCulture, $"{first.ToLowerInvariant()}_{random.GetString(Alphabet, 6)}{i}"),
                EmailVerified = random.Next(2) == 1,
                Plan = Plans[random.Next(Plans.Length)],
                Status = States[random.Next(States.Length)],
                CreatedAt = created,
                UpdatedAt = created + random.Next(10_000_000),
            };
        }

        return accounts;
    }
}
