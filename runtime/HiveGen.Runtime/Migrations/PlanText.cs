using System.Text;

namespace HiveGen.Migrations;

/// <summary>A plan in words and as SQL.</summary>
internal static class PlanText
{
    /// <summary>The statements with a comment a step.</summary>
    public static string Sql(MigrationPlan plan)
    {
        StringBuilder text = new();
        foreach (string table in plan.Kept)
        {
            text.Append("-- kept: ").Append(table).Append(" belongs to no model any more; --allow ").Append(Allowance.DropTable(table)).Append(" drops it\n");
        }

        if (plan.IsEmpty)
        {
            return text.Append("-- nothing to do: the file is as the models are\n").ToString();
        }

        text.Append(plan.SuspendsForeignKeys ? "PRAGMA foreign_keys = OFF;\nBEGIN IMMEDIATE;\n" : "BEGIN IMMEDIATE;\n");
        foreach (MigrationStep step in plan.Steps)
        {
            text.Append("\n-- ").Append(step.Summary).Append('\n');
            foreach (MigrationRisk risk in step.Risks.Where(static risk => risk.Rows > 0))
            {
                text.Append(risk.Refuses ? "-- REFUSED: " : "-- allowed: ").Append(risk).Append('\n');
            }

            foreach (string sql in step.Sql)
            {
                text.Append(sql).Append(";\n");
            }
        }

        return text.Append(plan.SuspendsForeignKeys ? "\nPRAGMA foreign_key_check;\nCOMMIT;\nPRAGMA foreign_keys = ON;\n" : "\nCOMMIT;\n").ToString();
    }

    /// <summary>One line a step.</summary>
    public static string Summary(MigrationPlan plan)
        => plan.IsEmpty ? "nothing to do" : string.Join("; ", plan.Steps.Select(static step => step.Summary));

    /// <summary>Why the plan is refused, and what to do about it.</summary>
    public static string Refusal(MigrationPlan plan)
    {
        IReadOnlyList<MigrationRisk> refusals = plan.Refusals;
        StringBuilder text = new("The models do not fit the rows in the Hive's file. Nothing was changed.\n");
        foreach (MigrationRisk risk in refusals)
        {
            text.Append("\n  ").Append(risk).Append('\n');
            if (risk.Allow is not null)
            {
                text.Append("    To allow it: hive migrate --apply --allow ").Append(risk.Allow).Append(", or Hive:Migrations:Allow = ").Append(risk.Allow).Append(".\n");
            }

            if (risk.Advice.Length > 0)
            {
                text.Append("    ").Append(risk.Advice).Append('\n');
            }
        }

        return text.Append("\nThe plan:\n").Append(Sql(plan)).ToString();
    }
}
