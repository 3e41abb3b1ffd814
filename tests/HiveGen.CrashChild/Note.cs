using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>What the writers write. Its text follows from its number, so that half a record would be seen.</summary>
[HiveModel(Sync = "notes")]
public sealed partial class Note
{
    [Index]
    public int Owner { get; set; }

    public long Number { get; set; }

    public required string Text { get; set; }

    [Link(OnDelete = LinkAction.Cascade)]
    public Link<Shelf>? Shelf { get; set; }

    /// <summary>Always null: an older version of the app has no such column.</summary>
    public string? Colour { get; set; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The note of an id and a number.</summary>
    public static Note Of(int owner, string id, long number) => new() { Id = id, Owner = owner, Number = number, Text = TextOf(number) };

    /// <summary>The note of an id and a value.</summary>
    public static Note Of(int owner, string id, string value)
    {
        Note note = Of(owner, id, NumberOf(value));
        note.Shelf = ShelfOf(value) is { } shelf ? new Link<Shelf>(shelf) : default(Link<Shelf>?);
        return note;
    }

    /// <summary>Everything in it, as one word: <c>17</c>, or <c>17@shelf</c> if it stands on one.</summary>
    public string Value() => ValueOf(Number, Shelf?.Id);

    /// <summary>The value of a number and a shelf.</summary>
    public static string ValueOf(long number, string? shelf) => string.Create(CultureInfo.InvariantCulture, $"{number}{(shelf is null ? "" : "@")}{shelf}");

    /// <summary>The number in a value.</summary>
    public static long NumberOf(string value) => long.Parse(value.Split('@')[0], CultureInfo.InvariantCulture);

    /// <summary>The shelf in a value.</summary>
    public static string? ShelfOf(string value) => value.Split('@') is [_, string shelf] ? shelf : null;

    /// <summary>The text of a number: up to 12000 letters, so that records need pages of their own and the log soon has to be moved into the file.</summary>
    public static string TextOf(long number) => new((char)('a' + (number % 26)), (int)(number % 12001));
}
