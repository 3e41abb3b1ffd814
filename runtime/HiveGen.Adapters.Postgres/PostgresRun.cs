using HiveGen.Targets;

namespace HiveGen.Adapters.Postgres;

/// <summary>Items of one model and home that travel in one statement: each record once, for PostgreSQL refuses to touch a row twice in a statement.</summary>
internal sealed class PostgresRun
{
    private readonly SendBatch batch;
    private readonly int[] positions;

    private PostgresRun(SendBatch batch, int[] positions, PostgresRows rows, string home)
    {
        this.batch = batch;
        this.positions = positions;
        Rows = rows;
        Home = home;
    }

    /// <summary>The rows.</summary>
    public PostgresRows Rows { get; }

    /// <summary>Whose they are.</summary>
    public string Home { get; }

    /// <summary>Whether none of them is expected to be there.</summary>
    public bool IsNew { get; private init; }

    /// <summary>How many items were looked at.</summary>
    public int Length { get; private init; }

    /// <summary>The items from <paramref name="start"/> on that fit one statement; of a record's several items the newest. The others are stale.</summary>
    public static PostgresRun Take(SendBatch batch, int start, int most, ItemOutcome[] outcomes)
    {
        SyncItem first = batch.Items[start];
        Dictionary<SqlValue, int> newest = new(Math.Min(most, batch.Items.Count - start));
        int end = start;
        for (; end < batch.Items.Count && end - start < most; end++)
        {
            SyncItem item = batch.Items[end];
            if (item.Model != first.Model || item.Home != first.Home)
            {
                break;
            }

            if (!newest.TryAdd(item.Id, end))
            {
                int other = newest[item.Id];
                bool newer = item.Version > batch.Items[other].Version;
                outcomes[newer ? other : end] = new ItemOutcome(ItemStatus.Stale);
                newest[item.Id] = newer ? end : other;
            }
        }

        int[] positions = [.. newest.Values];
        PostgresRows rows = new(first.Model, positions.Length);
        bool isNew = true;
        foreach (int position in positions)
        {
            SyncItem item = batch.Items[position];
            rows.Add(item.Id, item.Record, item.Version);
            isNew &= item.IsNew;
        }

        return new PostgresRun(batch, positions, rows, first.Home) { IsNew = isNew, Length = end - start };
    }

    /// <summary>The item of a row.</summary>
    public SyncItem Item(int row) => batch.Items[positions[row]];

    /// <summary>Notes that every row was written.</summary>
    public void NoteApplied(ItemOutcome[] outcomes)
    {
        foreach (int position in positions)
        {
            outcomes[position] = new ItemOutcome(ItemStatus.Applied);
        }
    }

    /// <summary>Notes what became of a row.</summary>
    public void Note(int row, ItemOutcome[] outcomes, ItemOutcome outcome) => outcomes[positions[row]] = outcome;
}
