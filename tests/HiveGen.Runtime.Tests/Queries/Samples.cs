using HiveGen.Tests.Models;

namespace HiveGen.Tests.Queries;

/// <summary>Articles with many ties and nulls, and with text that is hard to search.</summary>
internal static class Samples
{
    public static readonly string[] Titles = ["", "a", "A", "ab", "abc", "a%c", "a_c", "%", "_", "é", "e\u0301", "ß", "\uD7FF", "\uE000", "\U0001F600", "\U0001F600x", "\U0010FFFF", "a\U0010FFFF", "a\U0010FFFFz", "b", "it's", "\"q\"", "x\0y", "x"];

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Guid[] Tags = [new("11111111-1111-1111-1111-11111111111a"), new("22222222-2222-2222-2222-22222222222b")];

    /// <summary>Adds so many random articles of two authors.</summary>
    public static async Task<IReadOnlyList<Article>> AddAsync(TestDatabase hive, int count, int seed)
    {
        Random random = new(seed);
        await hive.People.AddAsync([new Person { Id = "p1", Name = "one" }, new Person { Id = "p2", Name = "two" }]);
        return await hive.Articles.AddAsync(Enumerable.Range(0, count).Select(i => new Article
        {
            Author = "p" + random.Next(1, 3),
            Editor = random.Next(3) == 0 ? default(Link<Person>?) : new Link<Person>("p" + random.Next(1, 3)),
            Title = Titles[i % Titles.Length],
            Body = random.Next(4) == 0 ? null : Titles[random.Next(Titles.Length)],
            Views = random.Next(-2, 3),
            Rank = random.Next(3) == 0 ? null : random.Next(-2, 3),
            Big = random.Next(3) switch { 0 => long.MinValue, 1 => 0, _ => long.MaxValue },
            Score = random.Next(4) switch { 0 => null, 1 => -0.1, 2 => 0, _ => 1.0 / 3 },
            Price = random.Next(3) == 0 ? null : random.Next(-3, 3) * 0.25m,
            Live = random.Next(2) == 0,
            Day = random.Next(3) == 0 ? null : new DateOnly(2026, 1, random.Next(1, 4)),
            Data = random.Next(3) switch { 0 => null, 1 => [], _ => [0, (byte)random.Next(3)] },
            Tag = random.Next(3) == 0 ? null : Tags[random.Next(2)],
            CreatedAt = Start.AddSeconds(random.Next(3)),
        }));
    }
}
