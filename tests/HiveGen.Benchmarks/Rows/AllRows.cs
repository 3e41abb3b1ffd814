using HiveGen.Benchmarks.Contestants;
using HiveGen.Benchmarks.Generator;

namespace HiveGen.Benchmarks.Rows;

/// <summary>The table's rows in order.</summary>
internal static class AllRows
{
    public static IReadOnlyList<IRow> Make(Workspace workspace, Options options)
    {
        if (options.Postgres is { } postgres)
        {
            PostgresDatabase database = new(postgres);
            return [new PostgresDispatchRow(workspace, database), new PostgresArrivalRow(workspace, database)];
        }

        return
        [
            new AddOneRow(workspace, "FULL"),
            new AddOneRow(workspace, "NORMAL"),
            new AddManyRow(workspace),
            new TriggerRow(workspace),
            new GetRow(workspace, byEmail: false),
            new GetRow(workspace, byEmail: true),
            new ScanRow(workspace),
            new UpdateOneRow(workspace),
            new DeleteOneRow(workspace),
            new ConcurrentRow(workspace),
            new DispatchRow(workspace),
            new ArrivalRow(workspace),
            new RebuildRow(workspace),
            new VerifyRow(workspace),
            .. GeneratorRows(),
        ];
    }

    private static IEnumerable<IRow> GeneratorRows()
    {
        foreach (int models in new[] { 10, 100, 500 })
        {
            Lazy<ModelProject> project = new(() => new ModelProject(models));
            yield return new ColdBuildRow(project, models);
            yield return new UnrelatedEditRow(project, models);
            yield return new PropertyEditRow(project, models);
        }
    }
}
