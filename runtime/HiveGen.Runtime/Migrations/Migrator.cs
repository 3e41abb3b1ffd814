using HiveGen.Storage;
using Microsoft.Extensions.Logging;

namespace HiveGen.Migrations;

/// <summary>Makes the plan for a file, and decides whether it may be applied.</summary>
internal static class Migrator
{
    /// <summary>Compares the file with the models and looks at the rows. Nothing is changed.</summary>
    /// <exception cref="HiveStorageException">The file is of a newer format, or has something of its own under a name that the schema needs.</exception>
    public static MigrationPlan Plan(string path, HiveSchema schema, HiveMigrationOptions options)
    {
        using HiveConnection reader = HiveConnection.OpenReadOnly(path);
        reader.SetBusyTimeout(Pragmas.BusyTimeout);
        // The rows are counted in the schema that was read.
        reader.Run(Transaction.Begin);
        FileHeader.CheckVersion(path, StoredSchema.ReadFormat(reader));
        StoredSchema stored = StoredSchema.Read(reader);
        return RiskReader.Count(reader, SchemaDiff.Compare(schema, stored, new Allowance(options.Allow)));
    }

    /// <summary>The plan for a file that is about to be opened, with what it needs made before.</summary>
    /// <exception cref="HiveMigrationException">It would lose something that is not allowed.</exception>
    public static MigrationPlan Prepare(string path, HiveSchema schema, HiveOptions options, ILogger logger)
    {
        MigrationPlan plan = Plan(path, schema, options.Migrations);
        if (plan.Refusals.Count > 0)
        {
            throw new HiveMigrationException(plan);
        }

        foreach (string table in plan.Kept)
        {
            MigrationLog.Kept(logger, table, Rows(path, table));
        }

        if (!plan.IsEmpty)
        {
            MigrationLog.Begin(logger, plan.ToString());
        }

        foreach (MigrationRisk risk in plan.Steps.SelectMany(static step => step.Risks).Where(static risk => risk.Rows > 0))
        {
            MigrationLog.Allowed(logger, risk.ToString());
        }

        if (plan.NeedsBackup)
        {
            MigrationBackup.Make(path, options, logger);
        }

        return plan;
    }

    private static long Rows(string path, string table)
    {
        using HiveConnection reader = HiveConnection.OpenReadOnly(path);
        Statement count = reader.Prepare($"SELECT count(*) FROM {SqlText.Quote(table)}");
        long rows = count.Step() ? count.Int64(0) : 0;
        count.Reset();
        return rows;
    }
}
