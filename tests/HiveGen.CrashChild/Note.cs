namespace HiveGen.CrashChild;

/// <summary>What the writers write. Its text follows from its number, so that half a record would be seen.</summary>
[HiveModel(Sync = "notes")]
public sealed partial class Note
{
    [Index]
    public int Owner { get; set; }

    public long Number { get; set; }

    public required string Text { get; set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The note of an id and a number.</summary>
    public static Note Of(int owner, string id, long number) => new() { Id = id, Owner = owner, Number = number, Text = TextOf(number) };

    /// <summary>The text of a number: up to 12000 letters, so that records need pages of their own and the log soon has to be moved into the file.</summary>
    public static string TextOf(long number) => new((char)('a' + (number % 26)), (int)(number % 12001));
}
