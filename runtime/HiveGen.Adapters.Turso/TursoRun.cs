using System.Text;
using System.Text.Json;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>Items of a batch that one statement writes: of one model and one home, as many as a statement has room for.</summary>
internal sealed class TursoRun
{
    private const int MaxParameters = 32_766;
    private const int Bookkeeping = 4; // version, deleted, home, time

    private readonly IReadOnlyList<SyncItem> items;
    private readonly int start;
    private readonly int count;
    private int unwritten;

    private TursoRun(IReadOnlyList<SyncItem> items, int start, int count)
    {
        this.items = items;
        this.start = start;
        this.count = count;
    }

    private SyncModel Model => items[start].Model;

    private TursoMap Map => Model.Mapping<TursoMap>();

    /// <summary>The runs of a batch.</summary>
    public static List<TursoRun> Of(IReadOnlyList<SyncItem> items)
    {
        List<TursoRun> runs = [];
        for (int start = 0; start < items.Count;)
        {
            SyncItem first = items[start];
            int most = MaxParameters / (first.Model.Fields.Count + Bookkeeping);
            int end = start + 1;
            while (end < items.Count && end - start < most && items[end].Model == first.Model && items[end].Home == first.Home)
            {
                end++;
            }

            runs.Add(new TursoRun(items, start, end - start));
            start = end;
        }

        return runs;
    }

    /// <summary>Adds the step that writes the items, records and ghosts alike.</summary>
    public void Write(HranaRequest request, long now)
    {
        request.Step(Sql(), wantRows: false);
        for (int index = start; index < start + count; index++)
        {
            SyncItem item = items[index];
            if (item.Record is { } record)
            {
                item.Model.Write(record, request);
            }
            else
            {
                request.Argument(item.Id);
                for (int field = 1; field < item.Model.Fields.Count; field++)
                {
                    request.NullArgument();
                }
            }

            request.Argument(item.Version);
            request.Argument(item.Record is null ? 1L : 0L);
            request.Argument(item.Home);
            request.Argument(now);
        }

        request.EndStep();
    }

    /// <summary>Adds the step that looks which rows will not be written. The transaction writes alone, so what it sees is what the next step meets.</summary>
    public void Look(HranaRequest request)
    {
        unwritten = request.Step(Map.Unwritten, wantRows: true);
        request.Argument(TursoIds.Versions(items, start, count));
        request.Argument(items[start].Home);
        request.EndStep();
    }

    /// <summary>Notes what became of the items.</summary>
    public void Read(HranaAnswer answer, ItemOutcome[] outcomes)
    {
        Array.Fill(outcomes, new ItemOutcome(ItemStatus.Applied), start, count);
        JsonElement rows = answer.Rows(unwritten);
        if (rows.GetArrayLength() == 0)
        {
            return;
        }

        Dictionary<SqlValue, int> places = new(count);
        for (int index = start; index < start + count; index++)
        {
            places[items[index].Id] = index;
        }

        HranaRow row = new();
        foreach (JsonElement one in rows.EnumerateArray())
        {
            int index = places[row.On(one).Id(0)];
            string home = row.String(1);
            outcomes[index] = home == items[index].Home ? new ItemOutcome(ItemStatus.Stale) : TargetRow.OtherHome(items[index], home);
        }
    }

    private string Sql()
    {
        int columns = Model.Fields.Count + Bookkeeping;
        StringBuilder sql = new(Map.Insert, Map.Insert.Length + Map.OnConflict.Length + (count * (columns + 1) * 2));
        for (int row = 0; row < count; row++)
        {
            sql.Append(row == 0 ? "(" : ",(");
            for (int column = 0; column < columns; column++)
            {
                sql.Append(column == 0 ? "?" : ",?");
            }

            sql.Append(')');
        }

        return sql.Append(Map.OnConflict).ToString();
    }
}
