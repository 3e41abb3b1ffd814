using HiveGen.Storage;
using HiveGen.Storage.Native;
using Microsoft.Extensions.Logging;

namespace HiveGen.Migrations;

/// <summary>Executes a plan in one transaction, together with the session that this opening begins.</summary>
internal sealed class MigrationRun(HiveConnection connection, MigrationPlan plan, TimeProvider clock, ILogger logger)
{
    /// <summary>Does it: all or nothing. On an error the connection is of no more use.</summary>
    /// <exception cref="HiveStorageException">SQLite refuses a step, or a link would lead to nothing; everything is undone.</exception>
    public void Apply()
    {
        if (plan.SuspendsForeignKeys)
        {
            // It has no effect inside a transaction.
            connection.Execute("PRAGMA foreign_keys = OFF");
        }

        connection.Run(Transaction.BeginImmediate);
        try
        {
            ExecuteAll();
            connection.Run(Transaction.Commit);
        }
        catch (Exception error)
        {
            Exception reported = Transaction.Undo(connection, error);
            if (ReferenceEquals(reported, error))
            {
                throw;
            }

            throw reported;
        }

        if (plan.SuspendsForeignKeys)
        {
            connection.Execute("PRAGMA foreign_keys = ON");
        }
    }

    private void ExecuteAll()
    {
        for (int i = 0; i < plan.Steps.Count; i++)
        {
            MigrationStep step = plan.Steps[i];
            MigrationLog.Step(logger, i + 1, plan.Steps.Count, step.Summary);
            List<string> others = step.Kind == MigrationStepKind.RebuildTable ? Others(step.Table) : [];
            foreach (string sql in step.Sql)
            {
                Execute(step, sql);
            }

            foreach (string sql in others)
            {
                Execute(step, sql);
            }

            if (step is { Resends: true, Model.Sync: { } sync })
            {
                Resend(sync.Name);
            }
        }

        if (plan.SuspendsForeignKeys)
        {
            ForeignKeyCheck.Run(connection, plan.Steps.Select(static step => step.Table).ToHashSet(StringComparer.OrdinalIgnoreCase));
        }

        if (plan.IsNewFile)
        {
            HiveSession.Identify(connection);
        }

        plan.Memory.Write(connection);
        HiveSession.Append(connection, clock);
        MigrationLog.Step(logger, plan.Steps.Count, plan.Steps.Count, "commit");
    }

    private void Execute(MigrationStep step, string sql)
    {
        try
        {
            connection.Execute(sql);
        }
        catch (HiveStorageException e) when (step.Model is { } model && ResultCode.Primary(e.SqliteCode) == ResultCode.Error)
        {
            throw new HiveStorageException($"Model {model.Name}: SQLite refuses the SQL of its table.{Checks(model)} Nothing was changed. {e.Message}", e.SqliteCode, e);
        }
    }

    /// <summary>The indexes and triggers that others made on a table, which would be dropped with it.</summary>
    private List<string> Others(string table)
    {
        List<string> others = [];
        Statement select = connection.Prepare("""SELECT "name", "sql" FROM sqlite_schema WHERE "tbl_name" = ?1 COLLATE NOCASE AND "type" IN ('index', 'trigger') AND "sql" IS NOT NULL""");
        select.BindText(1, table);
        while (select.Step())
        {
            if (!plan.Made.Contains(select.Text(0)))
            {
                others.Add(select.Text(1));
            }
        }

        return others;
    }

    /// <summary>A load whose columns are not known to be at the target begins anew, at every target.</summary>
    private void Resend(string model)
    {
        Statement forget = connection.Prepare("""UPDATE "_hive_load" SET "columns" = '' WHERE "model" = ?1""");
        forget.BindText(1, model);
        forget.Run();
    }

    private static string Checks(HiveModel model)
    {
        string checks = string.Join(", ", TableText.Parse(model.CreateTable).Constraints);
        return checks.Length == 0 ? "" : $" Look at its [Check]: {checks}.";
    }
}
