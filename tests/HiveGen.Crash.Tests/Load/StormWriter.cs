using System.Diagnostics;
using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>Writes to notes of its own, and reads each write back. Two of them always have the same sum, which readers look at.</summary>
internal sealed class StormWriter(int number, LogWatch log)
{
    /// <summary>The sum of the two notes.</summary>
    public const long Sum = 1000;

    private readonly Random random = new(number);
    private readonly Dictionary<string, long> notes = [];
    private int added;
    private bool first = true;

    /// <summary>How long each write took but the first, which waits for code to be compiled: in ticks of <see cref="Stopwatch"/>.</summary>
    public List<long> Times { get; } = [];

    /// <summary>The ids of its two notes.</summary>
    public static (string Left, string Right) PairOf(int number) => ($"pair{number}-l", $"pair{number}-r");

    /// <summary>Writes until the end.</summary>
    public async Task RunAsync(Hive hive, CancellationToken end)
    {
        (string left, string right) = PairOf(number);
        await WriteAsync(hive, async () => await hive.Notes.AddAsync([NoteOf(left, Sum), NoteOf(right, 0)]), (left, Sum), (right, 0L));
        while (!end.IsCancellationRequested)
        {
            await (random.Next(5) switch
            {
                0 => AddAsync(hive),
                1 => MoveAsync(hive, left, right),
                2 when notes.Count > 20 => RemoveAsync(hive, notes.Keys.First(id => id != left && id != right)),
                _ => SetAsync(hive, notes.Keys.FirstOrDefault(id => id != left && id != right)),
            });
        }
    }

    /// <summary>Looks whether everything that was acknowledged is there, and nothing else.</summary>
    public void Check(Hive hive)
        => Assert.Equal(
            notes.OrderBy(static note => note.Key, StringComparer.Ordinal),
            hive.Notes.Where(n => n.Owner == number).ToList().Select(static n => KeyValuePair.Create(n.Id, n.Number)).OrderBy(static note => note.Key, StringComparer.Ordinal));

    private Task AddAsync(Hive hive)
    {
        (string Id, long Number) add = ($"n{number}-{added++}", random.Next(2000));
        return WriteAsync(hive, async () => await hive.Notes.AddAsync(NoteOf(add.Id, add.Number)), add);
    }

    private Task SetAsync(Hive hive, string? id)
    {
        (string Id, long Number) set = (id ?? "", random.Next(2000));
        return id is null ? Task.CompletedTask : WriteAsync(hive, async () => await hive.Notes.SetAsync(id, ChangesOf(set.Number)), set);
    }

    private Task MoveAsync(Hive hive, string left, string right)
    {
        long part = random.Next((int)Sum);
        return WriteAsync(
            hive,
            async () => await hive.BatchAsync(batch =>
            {
                batch.Set(left, ChangesOf(part));
                batch.Set(right, ChangesOf(Sum - part));
            }),
            (left, part),
            (right, Sum - part));
    }

    private Task RemoveAsync(Hive hive, string id) => WriteAsync(hive, async () => await hive.Notes.RemoveAsync(id), (id, null));

    private async Task WriteAsync(Hive hive, Func<Task> write, params (string Id, long? Number)[] effects)
    {
        long begun = Stopwatch.GetTimestamp();
        await write();
        if (!first)
        {
            Times.Add(Stopwatch.GetTimestamp() - begun);
        }

        first = false;
        log.Look();
        foreach ((string id, long? value) in effects)
        {
            Assert.Equal(value, hive.Notes.Get(id)?.Number);
            if (value is null)
            {
                notes.Remove(id);
            }
            else
            {
                notes[id] = value.Value;
            }
        }
    }

    private Note NoteOf(string id, long value) => Note.Of(number, id, value);

    private static Note.Changes ChangesOf(long value) => new() { Number = value, Text = Note.TextOf(value) };
}
