using System.Security.Cryptography;
using HiveGen.Storage;
using HiveGen.Storage.Native;

namespace HiveGen.Migrations;

/// <summary>The statements that bring a file to the models' schema. Made before anything is changed.</summary>
internal sealed class SchemaPlan
{
    private readonly HiveSchema schema;
    private readonly StoredSchema? stored;
    private readonly List<(string Sql, HiveModel? Model)> statements = [];

    private SchemaPlan(HiveSchema schema, StoredSchema? stored)
    {
        this.schema = schema;
        this.stored = stored;
    }

    /// <summary>Everything, for a file that holds nothing.</summary>
    public static SchemaPlan ForNewFile(HiveSchema schema)
    {
        SchemaPlan plan = new(schema, null);
        plan.statements.Add(($"PRAGMA application_id = {Bookkeeping.ApplicationId}", null));
        plan.statements.Add(($"PRAGMA user_version = {Bookkeeping.FormatVersion}", null));
        plan.statements.AddRange(Bookkeeping.All.Select(static sql => (sql, (HiveModel?)null)));
        plan.AddModels();
        return plan;
    }

    /// <summary>What is missing or differs.</summary>
    /// <exception cref="HiveStorageException">A table differs in a way that needs a migration.</exception>
    public static SchemaPlan Make(HiveSchema schema, StoredSchema stored)
    {
        SchemaPlan plan = new(schema, stored);
        plan.statements.AddRange(Bookkeeping.Upgrade(stored.Format).Select(static sql => (sql, (HiveModel?)null)));
        plan.AddModels();
        return plan;
    }

    /// <summary>Runs the statements. In one transaction, which the caller ends.</summary>
    /// <exception cref="HiveStorageException">SQLite refuses one; what is wrong with a model's own SQL is told with its name.</exception>
    public void Execute(HiveConnection connection)
    {
        foreach ((string sql, HiveModel? model) in statements)
        {
            try
            {
                connection.Execute(sql);
            }
            catch (HiveStorageException e) when (model is not null && ResultCode.Primary(e.SqliteCode) == ResultCode.Error)
            {
                throw new HiveStorageException($"Model {model.Name}: SQLite refuses the SQL of its table.{Checks(model)} Nothing was changed. {e.Message}", e.SqliteCode, e);
            }
        }
    }

    /// <summary>Keeps the names of what the Hive made, and who the Hive is. In the transaction of the statements.</summary>
    public void Remember(HiveConnection connection)
    {
        if (stored is null)
        {
            Meta.Write(connection, Meta.HiveId, SqlValue.From("hive_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
            Meta.Write(connection, Meta.Epoch, SqlValue.From(1L));
        }

        string made = string.Join('\n', Wanted().Select(static wanted => wanted.Name));
        if (Meta.Read(connection, Meta.Objects) != made)
        {
            Meta.Write(connection, Meta.Objects, SqlValue.From(made));
        }
    }

    private static string Checks(HiveModel model)
    {
        string checks = string.Join(", ", TableText.Parse(model.CreateTable).Constraints);
        return checks.Length == 0 ? "" : $" Look at its [Check]: {checks}.";
    }

    private static IEnumerable<SchemaObject> Wanted(HiveModel model) => model.Indexes.Concat(model.Triggers);

    private IEnumerable<SchemaObject> Wanted() => schema.Models.SelectMany(Wanted);

    private void AddModels()
    {
        DropOutdated();
        foreach (HiveModel model in schema.Models)
        {
            if (stored?.Find(model.Table) is { } table)
            {
                statements.AddRange(TableComparison.AddedColumns(model, table.Sql).Select(sql => (sql, (HiveModel?)model)));
            }
            else
            {
                statements.Add((model.CreateTable, model));
            }
        }

        foreach (HiveModel model in schema.Models)
        {
            statements.AddRange(Wanted(model).Where(wanted => !IsStored(wanted)).Select(wanted => (wanted.Sql, (HiveModel?)model)));
        }
    }

    /// <summary>Drops indexes and triggers that the Hive made and that are now different or gone.</summary>
    private void DropOutdated()
    {
        if (stored is null)
        {
            return;
        }

        HashSet<string> current = Wanted().Where(IsStored).Select(static wanted => wanted.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        HashSet<string> wanted = Wanted().Select(static wanted => wanted.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (string name in stored.Made.Union(wanted).Where(name => !current.Contains(name)))
        {
            if (stored.Find(name) is { } old)
            {
                Refuse(old);
                statements.Add(($"DROP {old.Type.ToUpperInvariant()} {SqlText.Quote(old.Name)}", null));
            }
        }
    }

    private void Refuse(StoredSchema.StoredObject old)
    {
        if (!stored!.Made.Contains(old.Name))
        {
            throw new HiveStorageException($"The file has its own {old.Type} '{old.Name}', a name that the schema needs. Nothing was changed: drop or rename it.");
        }
    }

    private bool IsStored(SchemaObject wanted)
        => stored?.Find(wanted.Name) is { } found && SqlSpaces.Collapse(found.Sql) == SqlSpaces.Collapse(wanted.Sql);
}
