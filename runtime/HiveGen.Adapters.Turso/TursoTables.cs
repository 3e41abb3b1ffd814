using System.Text.Json;
using HiveGen.Adapters.Turso.Hrana;
using HiveGen.Targets;

namespace HiveGen.Adapters.Turso;

/// <summary>The tables, indexes and views of a target: made, and extended by the columns that came since.</summary>
internal sealed class TursoTables(HranaClient client)
{
    private const string SelectColumns = """SELECT "name" FROM pragma_table_info(?1)""";

    /// <summary>Makes and extends the tables of these models: one transaction that makes and looks, one that extends.</summary>
    public async ValueTask EnsureAsync(IReadOnlyList<SyncModel> models, CancellationToken cancellationToken)
    {
        List<HashSet<string>> columns = [];
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
        request.Step(SelectColumns, wantRows: true);
        request.Argument(table);
        request.EndStep();
    }

    private static void Extend(HranaRequest request, SyncModel model, HashSet<string> columns, HashSet<string> view)
    {
        TursoMap map = model.Mapping<TursoMap>();
        if (!columns.Contains("_version"))
        {
            throw new TargetException(TargetFailure.Configuration, $"The table \"{model.Name}\" is another program's: it has no column _version. Rename it, or give the target a database of its own.");
        }

        foreach (SchemaObject column in map.Columns)
        {
            if (!columns.Contains(column.Name))
            {
                request.Run($"ALTER TABLE {Quote(model.Name)} ADD COLUMN {column.Sql}");
            }
        }

        request.Run(map.CreateIndex);
        bool same = view.Count == model.Fields.Count;
        foreach (SyncField field in model.Fields)
        {
            same &= view.Contains(field.Column);
        }

        if (!same)
        {
            request.Run($"DROP VIEW IF EXISTS {Quote(model.Name + "_live")}");
            request.Run(map.CreateView);
        }
    }

    // The rows of the steps of "look" are names of columns, one set a step.
    private async ValueTask RunAsync(Action<HranaRequest> make, Action<HranaRequest> look, List<HashSet<string>> columns, CancellationToken cancellationToken)
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
                    HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
                    foreach (JsonElement one in answer.Rows(step).EnumerateArray())
                    {
                        names.Add(row.On(one).String(0));
                    }

                    columns.Add(names);
                }

                return true;
            },
            wholeTable: true,
            cancellationToken).ConfigureAwait(false);
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
