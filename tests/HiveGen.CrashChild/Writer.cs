using System.Globalization;

namespace HiveGen.CrashChild;

/// <summary>
/// Writes at random to records of its own, one write at a time, and prints each before it begins and after it returned. No id is
/// used twice, so that what was removed must stay away.
/// </summary>
internal sealed class Writer
{
    private const int Many = 60;

    private readonly Hive hive;
    private readonly Journal journal;
    private readonly KillSwitch killing;
    private readonly int number;
    private readonly int seed;
    private readonly Random random;
    private readonly Dictionary<string, string> notes;
    private readonly Dictionary<string, string> shelves;
    private int made;

    public Writer(Hive hive, Journal journal, KillSwitch killing, int number, int seed)
    {
        this.hive = hive;
        this.journal = journal;
        this.killing = killing;
        this.number = number;
        this.seed = seed;
        random = new Random(seed);
        notes = hive.Notes.Where(n => n.Owner == number).ToList().ToDictionary(static n => n.Id, static n => n.Value());
        shelves = hive.Shelves.Where(s => s.Owner == number).ToList().ToDictionary(static s => s.Id, static s => s.Value());
    }

    /// <summary>Writes until the process ends.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            bool full = random.Next(2 * Many) < notes.Count;
            bool any = notes.Count > 0;
            await (random.Next(13) switch
            {
                0 when !full => AddAsync(),
                1 when !full => AddManyAsync(),
                2 when any => SetAsync(),
                3 when any => SetLeastAsync(),
                4 when full => RemoveAsync(),
                5 when full => RemoveLeastAsync(),
                6 => BatchAsync(),
                7 when shelves.Count < 4 => AddShelfAsync(),
                8 when shelves.Count > 0 && full => RemoveShelfAsync(),
                9 when any => RenameAsync(),
                10 when any => TouchAsync(),
                11 when any => RefusedAsync(),
                _ => Task.CompletedTask,
            });
        }
    }

    private Task AddAsync()
    {
        Effect add = NewNote();
        return WriteAsync([add], async () => await hive.Notes.AddAsync(NoteOf(add)));
    }

    private Task AddManyAsync()
    {
        Effect[] adds = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => NewNote())];
        return WriteAsync(adds, async () => await hive.Notes.AddAsync(adds.Select(NoteOf)));
    }

    private Task SetAsync()
    {
        Effect set = SetOf(Any(), random.Next());
        return WriteAsync([set], async () => await hive.Notes.SetAsync(set.Id, ChangesOf(set)));
    }

    private Task SetLeastAsync()
    {
        long limit = Least();
        long next = random.Next();
        Effect[] sets = [.. UpTo(limit).Select(id => SetOf(id, next))];
        return WriteAsync(sets, async () => await hive.Notes.Where(n => n.Owner == number & n.Number <= limit).SetAsync(ChangesOf(sets[0])));
    }

    private Task RemoveAsync()
    {
        string id = Any();
        return WriteAsync([new Effect(id, null)], async () => await hive.Notes.RemoveAsync(id));
    }

    private Task RemoveLeastAsync()
    {
        long limit = Least();
        return WriteAsync([.. UpTo(limit).Select(static id => new Effect(id, null))], async () => await hive.Notes.Where(n => n.Owner == number & n.Number <= limit).RemoveAsync());
    }

    private Task AddShelfAsync()
    {
        Effect add = new(NewId(Shelf.First), random.Next().ToString(CultureInfo.InvariantCulture));
        return WriteAsync([add], async () => await hive.Shelves.AddAsync(new Shelf { Id = add.Id, Owner = number, Number = long.Parse(add.Value!, CultureInfo.InvariantCulture) }));
    }

    private Task RemoveShelfAsync()
    {
        string shelf = shelves.Keys.ElementAt(random.Next(shelves.Count));
        Effect[] removes = [new Effect(shelf, null), .. notes.Where(n => Note.ShelfOf(n.Value) == shelf).Select(static n => new Effect(n.Key, null))];
        return WriteAsync(removes, async () => await hive.Shelves.RemoveAsync(shelf));
    }

    private Task RenameAsync()
    {
        string id = Any();
        Effect renamed = new(NewId('n'), notes[id]);
        return WriteAsync([new Effect(id, null), renamed], async () => await hive.Sql.WriteAsync(connection => Sql.Rename(connection, id, renamed.Id)));
    }

    /// <summary>Writes what is there already: nothing is to be sent.</summary>
    private Task TouchAsync()
    {
        Effect same = SetOf(Any(), null);
        return WriteAsync([same], async () => await hive.Notes.SetAsync(same.Id, ChangesOf(same)));
    }

    private Task BatchAsync()
    {
        string[] changed = [.. notes.Keys.OrderBy(_ => random.Next()).Take(random.Next(6))];
        Effect[] effects = [.. changed.Select(id => random.Next(2) == 0 ? new Effect(id, null) : SetOf(id, random.Next())), NewNote(), NewNote()];
        return WriteAsync(effects, async () => await hive.BatchAsync(batch => Fill(batch, effects)));
    }

    /// <summary>A batch whose last operation the database refuses: nothing of it may be there.</summary>
    private async Task RefusedAsync()
    {
        string taken = Any();
        Effect[] effects = [SetOf(taken, random.Next()), NewNote(), NewNote()];
        Operation operation = new(number, effects);
        journal.Write(operation.StartedLine);
        try
        {
            await hive.BatchAsync(batch =>
            {
                Fill(batch, effects);
                batch.Add(Note.Of(number, taken, 1));
            });
        }
        catch (HiveConstraintException)
        {
            journal.Write(operation.RefusedLine);
            return;
        }

        throw new InvalidOperationException("The database took an id twice.");
    }

    private void Fill(Batch batch, Effect[] effects)
    {
        foreach (Effect effect in effects)
        {
            if (effect.Value is null)
            {
                batch.Remove<Note>(effect.Id);
            }
            else if (notes.ContainsKey(effect.Id))
            {
                batch.Set(effect.Id, ChangesOf(effect));
            }
            else
            {
                batch.Add(NoteOf(effect));
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Effect> effects, Func<Task> write)
    {
        Operation operation = new(number, effects);
        journal.Write(operation.StartedLine);
        await write();
        killing.Acknowledge(operation);
        foreach ((string id, string? value) in effects)
        {
            Dictionary<string, string> records = Shelf.Is(id) ? shelves : notes;
            if (value is null)
            {
                records.Remove(id);
            }
            else
            {
                records[id] = value;
            }
        }
    }

    private string Any() => notes.Keys.ElementAt(random.Next(notes.Count));

    private long Least() => notes.Values.Select(Note.NumberOf).Order().ElementAt(random.Next(Math.Min(8, notes.Count)));

    private IEnumerable<string> UpTo(long limit) => notes.Where(n => Note.NumberOf(n.Value) <= limit).Select(static n => n.Key);

    private string NewId(char first) => $"{first}{number}-{seed}-{made++}";

    private Effect NewNote()
        => new(NewId('n'), Note.ValueOf(random.Next(), shelves.Count == 0 || random.Next(2) == 0 ? null : shelves.Keys.ElementAt(random.Next(shelves.Count))));

    /// <summary>A note with another number, or with the same if it is null, on the shelf where it stands.</summary>
    private Effect SetOf(string id, long? next) => new(id, Note.ValueOf(next ?? Note.NumberOf(notes[id]), Note.ShelfOf(notes[id])));

    private Note NoteOf(Effect effect) => Note.Of(number, effect.Id, effect.Value!);

    private static Note.Changes ChangesOf(Effect effect)
    {
        long value = Note.NumberOf(effect.Value!);
        return new() { Number = value, Text = Note.TextOf(value) };
    }
}
