using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Looks at the rows for what a plan may lose. What no row would lose is done without being allowed.</summary>
internal static class RiskReader
{
    /// <summary>The plan with its risks counted, without the steps that turned out to have nothing to do.</summary>
    public static MigrationPlan Count(HiveConnection connection, MigrationPlan plan)
    {
        List<MigrationStep> steps = [];
        foreach (MigrationStep step in plan.Steps)
        {
            if (step.Risks.Count == 0)
            {
                steps.Add(step);
                continue;
            }

            MigrationRisk[] risks = [.. step.Risks.Select(risk => risk with { Rows = Rows(connection, risk.CountSql) })];
            bool loses = Array.Exists(risks, static risk => risk.Rows > 0);
            if (step.Kind != MigrationStepKind.ChangeValues || loses)
            {
                steps.Add(step with { Risks = risks, Resends = step.Resends || Array.Exists(risks, static risk => risk.Rows > 0 && risk.ChangesValues) });
            }
        }

        return plan.With(steps);
    }

    private static long Rows(HiveConnection connection, string sql)
    {
        Statement count = connection.Prepare(sql);
        long rows = count.Step() ? count.Int64(0) : 0;
        count.Reset();
        return rows;
    }
}
