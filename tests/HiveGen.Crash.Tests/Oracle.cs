using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>What must be in the Hive, by what the child printed. A writer has at most one write under way, which may or may not be stored.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<int, SortedDictionary<string, long>> acknowledged = [];
    private readonly Dictionary<int, Operation> underWay = [];

    /// <summary>How many writes were acknowledged, by all children together.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many writes that were not acknowledged were found stored.</summary>
    public int StoredUnacknowledged { get; private set; }

    /// <summary>Takes a line of the child.</summary>
    public void Read(string line)
    {
        if (!Operation.TryParse(line, out int writer, out Operation? started))
        {
            return;
        }

        if (started is not null)
        {
            underWay.Add(writer, started);
            return;
        }

        Assert.True(underWay.Remove(writer, out Operation? done));
        Apply(NotesOf(writer), done);
        Acknowledged++;
    }

    /// <summary>Compares with what is stored, and goes on from there.</summary>
    public void Settle(IReadOnlyList<Note> stored)
    {
        Assert.All(stored, static note => Assert.Equal(Note.TextOf(note.Number), note.Text));
        ILookup<int, KeyValuePair<string, long>> found = stored.ToLookup(static note => note.Owner, static note => KeyValuePair.Create(note.Id, note.Number));
        foreach (int writer in acknowledged.Keys.Union(underWay.Keys).Union(found.Select(static notes => notes.Key)).ToArray())
        {
            SortedDictionary<string, long> before = NotesOf(writer);
            SortedDictionary<string, long> actual = new(found[writer].ToDictionary(), StringComparer.Ordinal);
            if (underWay.Remove(writer, out Operation? unknown) && !actual.SequenceEqual(before))
            {
                // Stored but not acknowledged is allowed, if all of it is.
                Apply(before, unknown);
                StoredUnacknowledged++;
            }

            Assert.Equal(before, actual);
        }
    }

    private static void Apply(SortedDictionary<string, long> notes, Operation operation)
    {
        foreach ((string id, long? number) in operation.Effects)
        {
            if (number is { } value)
            {
                notes[id] = value;
            }
            else
            {
                notes.Remove(id);
            }
        }
    }

    private SortedDictionary<string, long> NotesOf(int writer)
    {
        if (!acknowledged.TryGetValue(writer, out SortedDictionary<string, long>? notes))
        {
            acknowledged.Add(writer, notes = new(StringComparer.Ordinal));
        }

        return notes;
    }
}
