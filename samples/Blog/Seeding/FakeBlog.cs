using Blog.Models;
using Bogus;

namespace Blog.Seeding;

/// <summary>Believable people who write about believable things; the same ones for the same number.</summary>
internal sealed class FakeBlog
{
    private static readonly string[] Plans = ["free", "free", "free", "pro", "team"];
    private static readonly string[] States = ["none", "active", "past_due"];

    private readonly Faker faker = new() { Random = new Randomizer(20_260) };
    private readonly string run = Guid.NewGuid().ToString("n")[..6];
    private int number;

    /// <summary>A person. Everybody has the same password, which is hashed once: hashing is slow on purpose.</summary>
    public Account Account(string passwordHash)
    {
        number++;
        string first = faker.Name.FirstName(), last = faker.Name.LastName();
        string plain = new([.. (first + last).ToLowerInvariant().Where(char.IsAsciiLetterLower)]);
        DateTimeOffset joined = faker.Date.PastOffset(3);
        return new Account
        {
            Email = $"{plain}.{run}.{number}@example.com",
            Name = first + " " + last,
            Handle = $"{plain[..Math.Min(plain.Length, 14)]}_{run}_{number}",
            EmailVerified = faker.Random.Bool(0.8f),
            SubscriptionPlan = faker.PickRandom(Plans),
            SubscriptionStatus = faker.PickRandom(States),
            PasswordHash = passwordHash,
            CreatedAt = joined,
            UpdatedAt = joined,
        };
    }

    /// <summary>Something the person wrote.</summary>
    public Post Post(Account author) => new()
    {
        Account = author.Id,
        Title = faker.Company.CatchPhrase(),
        Content = faker.Lorem.Paragraphs(2),
        Published = faker.Random.Bool(0.9f),
        CreatedAt = faker.Date.BetweenOffset(author.CreatedAt, DateTimeOffset.UtcNow),
    };

    /// <summary>What a reader says about it.</summary>
    public Comment Comment(Post post, Account reader) => new()
    {
        Post = post.Id,
        Account = reader.Id,
        Text = faker.Rant.Review(),
        CreatedAt = faker.Date.BetweenOffset(post.CreatedAt, DateTimeOffset.UtcNow),
    };

    /// <summary>One of them.</summary>
    public T One<T>(IList<T> many) => faker.PickRandom(many);
}
