using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A database in memory that outlives the target objects connected to it, with the guards of a real one.</summary>
public sealed class ScriptedDatabase
{
    private readonly Lock gate = new();

    public Dictionary<string, Row> Rows { get; private set; } = new(StringComparer.Ordinal);

    public TargetCursor? Cursor { get; set; }

    /// <summary>Every version that any row ever had, in the order of writing: none may go backward.</summary>
    public List<(string Key, long Version)> History { get; } = [];

    public List<string> Live
    {
        get
        {
            lock (gate)
            {
                return [.. Rows.Where(static row => row.Value.Record is not null).Select(static row => $"{row.Key.Split('/')[0]}|{row.Value.Record}").Order(StringComparer.Ordinal)];
            }
        }
    }

    public ItemOutcome[] Apply(SendBatch batch, IReadOnlyList<ItemOutcome?> scripted)
    {
        lock (gate)
        {
            if (batch.Cursor is { } move)
            {
                if (Cursor != move.From)
                {
                    throw new TargetException(TargetFailure.CursorConflict, "the cursor is elsewhere");
                }

                Cursor = move.To;
            }

            return [.. batch.Items.Select((item, index) => scripted[index] ?? Apply(item))];
        }
    }

    public int Sweep(string model, string home, long below, HashSet<string> except, TargetCursor? at)
    {
        lock (gate)
        {
            if (at is not null && Cursor != at)
            {
                throw new TargetException(TargetFailure.CursorConflict, "the cursor is elsewhere");
            }

            string[] swept = [.. Rows.Where(row => row.Key.StartsWith(model + "/", StringComparison.Ordinal) && row.Value.Home == home && row.Value.Version < below && row.Value.Record is not null && !except.Contains(row.Key)).Select(static row => row.Key)];
            foreach (string key in swept)
            {
                Rows[key] = new Row(below - 1, home, null);
                History.Add((key, below - 1));
            }

            return swept.Length;
        }
    }

    public void Wipe()
    {
        lock (gate)
        {
            Rows.Clear();
            History.Clear();
            Cursor = null;
        }
    }

    /// <summary>A copy to be put back later.</summary>
    public (Dictionary<string, Row> Rows, TargetCursor? Cursor) Backup()
    {
        lock (gate)
        {
            return (new Dictionary<string, Row>(Rows), Cursor);
        }
    }

    public void Restore((Dictionary<string, Row> Rows, TargetCursor? Cursor) backup)
    {
        lock (gate)
        {
            Rows = new Dictionary<string, Row>(backup.Rows);
            Cursor = backup.Cursor;
            History.Clear();
        }
    }

    private ItemOutcome Apply(SyncItem item)
    {
        string key = $"{item.Model.Name}/{item.RecordId}";
        if (Rows.TryGetValue(key, out Row? stored))
        {
            if (stored.Home != item.Home)
            {
                return new ItemOutcome(ItemStatus.Conflict, $"belongs to {stored.Home}");
            }

            if (stored.Version >= item.Version)
            {
                return new ItemOutcome(ItemStatus.Stale);
            }
        }

        Rows[key] = new Row(item.Version, item.Home, item.Record?.ToString());
        History.Add((key, item.Version));
        return new ItemOutcome(ItemStatus.Applied);
    }

    /// <summary>A row; a ghost has no record.</summary>
    public sealed record Row(long Version, string Home, string? Record);
}
