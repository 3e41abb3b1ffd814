using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>Items of a batch that one statement writes: of one model and one home.</summary>
/// <param name="Items">All items of the batch.</param>
/// <param name="Start">The first of the run.</param>
/// <param name="Count">How many.</param>
internal readonly record struct MySqlRun(IReadOnlyList<SyncItem> Items, int Start, int Count)
{
    /// <summary>Whether these are requests without a version, which become versions one above what was read.</summary>
    public bool IsOfRequests => Items[Start].Home == GhostPurge.HttpHome;

    private SyncModel Model => Items[Start].Model;

    private MySqlMap Map => Model.Mapping<MySqlMap>();

    /// <summary>The runs of a batch.</summary>
    public static List<MySqlRun> Of(IReadOnlyList<SyncItem> items)
    {
        List<MySqlRun> runs = [];
        for (int start = 0; start < items.Count;)
        {
            int end = start + 1;
            while (end < items.Count && items[end].Model == items[start].Model && items[end].Home == items[start].Home)
            {
                end++;
            }

            runs.Add(new MySqlRun(items, start, end - start));
            start = end;
        }

        return runs;
    }

    /// <summary>Writes the statement that writes the items, records and ghosts alike.</summary>
    public MySqlText Write(MySqlText text, long now)
    {
        text.Add(Map.Insert);
        for (int index = Start; index < Start + Count; index++)
        {
            SyncItem item = Items[index];
            text.Add(index == Start ? "(" : ",(");
            if (item.Record is { } record)
            {
                Model.Write(record, text);
            }
            else
            {
                text.Id(item.Id);
                for (int field = 1; field < Model.Fields.Count; field++)
                {
                    text.Add(",").Null();
                }
            }

            text.Add(", ").Value(item.Version).Add(item.Record is null ? ",1," : ",0,").Value(item.Home).Add(",").Time(now).Add(")");
        }

        return text.Add(Map.OnDuplicate);
    }

    /// <summary>Writes the query that looks, before anything is written, which rows are as new already: this run's number, id, home. It locks them.</summary>
    public MySqlText LookBefore(MySqlText text)
    {
        text.Add("select '0', ").Add(Map.Unwritten);
        MySqlIds.Add(text, Items, Start, Count).Add(") and (");
        for (int index = Start; index < Start + Count; index++)
        {
            text.Add(index == Start ? "`id` = " : " or `id` = ").Id(Items[index].Id).Add(" and `_version` >= ").Value(Items[index].Version);
        }

        return text.Add(") for update");
    }

    /// <summary>Writes the query that looks which rows were not written: this run's number, id, home.</summary>
    public void Look(MySqlText text, int number, long now)
    {
        text.Add("select '").Add(number).Add("', ").Add(Map.Unwritten);
        MySqlIds.Add(text, Items, Start, Count).Add(") and not (`_synced_at` = ").Time(now).Add(" and `_home` = ").Value(Items[Start].Home).Add(")");
    }

    /// <summary>Notes what became of a row that was not written.</summary>
    public void Note(string recordId, string home, ItemOutcome[] outcomes)
    {
        for (int index = Start; index < Start + Count; index++)
        {
            if (Items[index].RecordId == recordId)
            {
                outcomes[index] = home == Items[index].Home ? new ItemOutcome(ItemStatus.Stale) : TargetRow.OtherHome(Items[index], home);
                return;
            }
        }
    }
}
