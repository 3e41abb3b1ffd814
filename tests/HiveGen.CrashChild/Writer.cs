namespace HiveGen.CrashChild;

/// <summary>
/// Writes at random to notes of its own, one write at a time, and prints each before it begins and after it returned. No id is used
/// twice, so that what was removed must stay away.
/// </summary>
internal sealed class Writer(Hive hive, Journal journal, int number, int seed)
{
    private const int Many = 60;

    private readonly Random random = new(seed);
    private readonly Dictionary<string, long> notes = hive.Notes.Where(n => n.Owner == number).ToList().ToDictionary(static n => n.Id, static n => n.Number);
    private int added;

    /// <summary>Writes until the process ends.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            bool full = random.Next(2 * Many) < notes.Count;
            switch (random.Next(6))
            {
                case 0 when !full:
                    await AddAsync();
                    break;
                case 1 when !full:
                    await AddManyAsync();
                    break;
                case 2 when notes.Count > 0:
                    await SetAsync();
                    break;
                case 3 when full:
                    await RemoveAsync();
                    break;
                case 4 when full:
                    await RemoveLeastAsync();
                    break;
                case 5:
                    await BatchAsync();
                    break;
            }
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
        Effect set = new(Any(), random.Next());
        return WriteAsync([set], async () => await hive.Notes.SetAsync(set.Id, ChangesOf(set)));
    }

    private Task RemoveAsync()
    {
        string id = Any();
        return WriteAsync([new Effect(id, null)], async () => await hive.Notes.RemoveAsync(id));
    }

    private Task RemoveLeastAsync()
    {
        long limit = notes.Values.Order().ElementAt(random.Next(Math.Min(8, notes.Count)));
        Effect[] removes = [.. notes.Where(n => n.Value <= limit).Select(static n => new Effect(n.Key, null))];
        return WriteAsync(removes, async () => await hive.Notes.Where(n => n.Owner == number & n.Number <= limit).RemoveAsync());
    }

    private Task BatchAsync()
    {
        string[] changed = [.. notes.Keys.OrderBy(_ => random.Next()).Take(random.Next(6))];
        Effect[] effects = [.. changed.Select(id => new Effect(id, random.Next(2) == 0 ? null : random.Next())), NewNote(), NewNote()];
        return WriteAsync(effects, async () => await hive.BatchAsync(batch =>
        {
            foreach (Effect effect in effects)
            {
                if (effect.Number is null)
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
        }));
    }

    private async Task WriteAsync(IReadOnlyList<Effect> effects, Func<Task> write)
    {
        Operation operation = new(number, effects);
        journal.Write(operation.StartedLine);
        await write();
        journal.Acknowledge(operation);
        foreach ((string id, long? value) in effects)
        {
            if (value is { } stored)
            {
                notes[id] = stored;
            }
            else
            {
                notes.Remove(id);
            }
        }
    }

    private string Any() => notes.Keys.ElementAt(random.Next(notes.Count));

    private Effect NewNote() => new($"{number}-{seed}-{added++}", random.Next());

    private Note NoteOf(Effect effect) => Note.Of(number, effect.Id, effect.Number!.Value);

    private static Note.Changes ChangesOf(Effect effect) => new() { Number = effect.Number!.Value, Text = Note.TextOf(effect.Number.Value) };
}
