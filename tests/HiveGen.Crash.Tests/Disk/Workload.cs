using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>Writes of every kind: single, many, batches, by filter, cascades. Always the same, so that its nth request to the disk is.</summary>
internal static class Workload
{
    private const int Owner = 1;

    public static IReadOnlyList<WorkStep> Steps { get; } =
    [
        Add("s1"),
        Add([.. Enumerable.Range(1, 4).Select(static i => ($"n{i}", Note.ValueOf(i * 1000, "s1")))]),
        Set("n2", 5001),
        Add("s2"),
        Batch(),
        SetLeast(limit: 4000, next: 11_000),
        Add([.. Enumerable.Range(10, 12).Select(static i => ($"n{i}", Note.ValueOf(i * 999, i % 2 == 0 ? "s2" : null)))]),
        RemoveShelf("s1"),
        Set("n11", 300),
        RemoveLeast(limit: 12_000),
        Add([.. Enumerable.Range(30, 8).Select(static i => ($"n{i}", Note.ValueOf(i * 1100, null)))]),
        Set("n31", 11_999),
    ];

    private static WorkStep Add(string shelf) => new(
        async hive => await hive.Shelves.AddAsync(new Shelf { Id = shelf, Owner = Owner, Number = 7 }),
        records => Changed(records, [(shelf, "7")]));

    private static WorkStep Add((string Id, string Value)[] notes) => new(
        async hive => await hive.Notes.AddAsync(notes.Select(static note => Note.Of(Owner, note.Id, note.Value))),
        records => Changed(records, notes!));

    private static WorkStep Set(string id, long number) => new(
        async hive => await hive.Notes.SetAsync(id, ChangesOf(number)),
        records => Changed(records, [(id, Note.ValueOf(number, Note.ShelfOf(records[id])))]));

    private static WorkStep Batch() => new(
        async hive => await hive.BatchAsync(static batch =>
        {
            batch.Remove<Note>("n3");
            batch.Set("n1", ChangesOf(8000));
            batch.Add(Note.Of(Owner, "n5", Note.ValueOf(3500, "s2")));
        }),
        static records => Changed(records, [("n3", null), ("n1", Note.ValueOf(8000, "s1")), ("n5", Note.ValueOf(3500, "s2"))]));

    private static WorkStep SetLeast(long limit, long next) => new(
        async hive => await hive.Notes.Where(n => n.Number <= limit).SetAsync(ChangesOf(next)),
        records => Changed(records, [.. Least(records, limit).Select(note => (note.Key, Note.ValueOf(next, Note.ShelfOf(note.Value))))]));

    private static WorkStep RemoveLeast(long limit) => new(
        async hive => await hive.Notes.Where(n => n.Number <= limit).RemoveAsync(),
        records => Changed(records, [.. Least(records, limit).Select(static note => (note.Key, (string?)null))]));

    private static WorkStep RemoveShelf(string shelf) => new(
        async hive => await hive.Shelves.RemoveAsync(shelf),
        records => Changed(records, [(shelf, null), .. records.Where(note => Note.ShelfOf(note.Value) == shelf).Select(static note => (note.Key, (string?)null))]));

    private static IEnumerable<KeyValuePair<string, string>> Least(SortedDictionary<string, string> records, long limit)
        => records.Where(record => !Shelf.Is(record.Key) && Note.NumberOf(record.Value) <= limit);

    private static Note.Changes ChangesOf(long number) => new() { Number = number, Text = Note.TextOf(number) };

    private static SortedDictionary<string, string> Changed(SortedDictionary<string, string> records, (string Id, string? Value)[] effects)
    {
        SortedDictionary<string, string> next = new(records, StringComparer.Ordinal);
        foreach ((string id, string? value) in effects)
        {
            next.Remove(id);
            if (value is not null)
            {
                next.Add(id, value);
            }
        }

        return next;
    }
}
