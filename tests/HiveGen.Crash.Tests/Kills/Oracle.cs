using HiveGen.CrashChild;

namespace HiveGen.Tests;

/// <summary>What must be in the Hive, by what the child printed. A writer has at most one write under way, which may or may not be stored.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<int, SortedDictionary<string, string>> acknowledged = [];
    private readonly Dictionary<int, Operation> underWay = [];

    /// <summary>How many writes were acknowledged, by all children together.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many writes were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many writes that were not acknowledged were found stored.</summary>
    public int StoredUnacknowledged { get; private set; }

    /// <summary>Takes a line of the child.</summary>
    public void Read(Line line)
    {
        switch (line.Kind)
        {
            case LineKind.Started:
                underWay.Add(line.Writer, line.Started!);
                break;
            case LineKind.Acknowledged:
                Apply(RecordsOf(line.Writer), Ended(line.Writer));
                Acknowledged++;
                break;
            case LineKind.Refused:
                Ended(line.Writer);
                Refused++;
                break;
        }
    }

    /// <summary>Compares with what is stored, and goes on from there.</summary>
    public void Settle(Hive hive)
    {
        List<Note> notes = hive.Notes.All().ToList();
        List<Shelf> shelves = hive.Shelves.All().ToList();
        Assert.All(notes, static note => Assert.Equal(Note.TextOf(note.Number), note.Text));
        ILookup<int, KeyValuePair<string, string>> found = notes.Select(static note => (note.Owner, note.Id, Value: note.Value()))
            .Concat(shelves.Select(static shelf => (shelf.Owner, shelf.Id, Value: shelf.Value())))
            .ToLookup(static record => record.Owner, static record => KeyValuePair.Create(record.Id, record.Value));
        foreach (int writer in acknowledged.Keys.Union(underWay.Keys).Union(found.Select(static records => records.Key)).ToArray())
        {
            SortedDictionary<string, string> before = RecordsOf(writer);
            SortedDictionary<string, string> actual = new(found[writer].ToDictionary(), StringComparer.Ordinal);
            if (underWay.Remove(writer, out Operation? unknown) && !actual.SequenceEqual(before))
            {
                // Stored but not acknowledged is allowed, if all of it is.
                Apply(before, unknown);
                StoredUnacknowledged++;
            }

            Assert.Equal(before, actual);
        }
    }

    private static void Apply(SortedDictionary<string, string> records, Operation operation)
    {
        foreach ((string id, string? value) in operation.Effects)
        {
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

    private Operation Ended(int writer)
    {
        Assert.True(underWay.Remove(writer, out Operation? operation));
        return operation;
    }

    private SortedDictionary<string, string> RecordsOf(int writer)
    {
        if (!acknowledged.TryGetValue(writer, out SortedDictionary<string, string>? records))
        {
            acknowledged.Add(writer, records = new(StringComparer.Ordinal));
        }

        return records;
    }
}
