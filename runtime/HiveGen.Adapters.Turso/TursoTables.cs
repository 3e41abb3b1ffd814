using System.Text.Json;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>The tables, indexes and views of a target: made, and extended by the columns that came since.</summary>
internal sealed class TursoTables(HranaClient client)
{
    /// <summary>Makes and extends the tables of these models: one transaction that makes and looks, one that extends.</summary>
    public async ValueTask EnsureAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        List<Dictionary<string, TargetColumn>> columns = [];
        await RunAsync(
            request =>
            {
                request.Run(TursoCursor.CreateTable);
                foreach (SyncModel model in models)
                {
                    request.Run(model.Mapping<TursoMap>().CreateTable);
                }
            },
            request =>
            {
                foreach (SyncModel model in models)
                {
                    Look(request, model.Name);
                    Look(request, model.Name + "_live");
                }
            },
            columns,
            cancellationToken).ConfigureAwait(false);
        await RunAsync(
            request =>
            {
                for (int index = 0; index < models.Count; index++)
                {
                    Extend(request, models[index], columns[index * 2], columns[(index * 2) + 1]);
                }
            },
            static _ => { },
            [],
            cancellationToken).ConfigureAwait(false);
    }

    private static void Look(HranaRequest request, string table)
    {
        request.Step(SqliteTypes.SelectColumns, wantRows: true);
        request.Argument(table);
        request.EndStep();
    }

    private static void Extend(HranaRequest request, SyncModel model, Dictionary<string, TargetColumn> columns, Dictionary<string, TargetColumn> view)
    {
        TursoMap map = model.Mapping<TursoMap>();
        TargetTable.Check(model, columns, SqliteTypes.Of, StringComparer.OrdinalIgnoreCase.Equals);
        foreach (SchemaObject column in map.Columns)
        {
            if (!columns.ContainsKey(column.Name))
            {
                request.Run($"ALTER TABLE {Quote(model.Name)} ADD COLUMN {column.Sql}");
            }
        }

        request.Run(map.CreateIndex);
        bool same = view.Count == model.Fields.Count;
        foreach (SyncField field in model.Fields)
        {
            same &= view.ContainsKey(field.Column);
        }

        if (!same)
        {
            request.Run($"DROP VIEW IF EXISTS {Quote(model.Name + "_live")}");
            request.Run(map.CreateView);
        }
    }

    // The rows of the steps of "look" are columns, one table or view a step.
    private async ValueTask RunAsync(Action<HranaRequest> make, Action<HranaRequest> look, List<Dictionary<string, TargetColumn>> columns, CancellationToken cancellationToken)
    {
        using HranaRequest request = new();
        request.Run("BEGIN IMMEDIATE");
        make(request);
        int begin = request.Count;
        look(request);
        int commit = request.Run("COMMIT");
        request.StepUnless(commit, "ROLLBACK", wantRows: false);
        request.EndStep();
        await client.SendAsync(
            request,
            answer =>
            {
                if (answer.FirstError(commit + 1, out _) is { } error)
                {
                    throw client.Fail(error);
                }

                HranaRow row = new();
                for (int step = begin; step < commit; step++)
                {
                    Dictionary<string, TargetColumn> found = new(StringComparer.OrdinalIgnoreCase);
                    foreach (JsonElement one in answer.Rows(step).EnumerateArray())
                    {
                        row.On(one);
                        found.Add(row.String(0), new TargetColumn(row.String(1), row.Integer(2) != 0, row.Integer(3) != 0));
                    }

                    columns.Add(found);
                }

                return true;
            },
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
