using System.Security.Cryptography;
using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>The statements that bring a file to the models' schema. Made before anything is changed.</summary>
internal sealed class SchemaPlan
{
    private readonly HiveSchema schema;
    private readonly StoredSchema? stored;
    private readonly List<string> statements = [];

    private SchemaPlan(HiveSchema schema, StoredSchema? stored)
    {
        this.schema = schema;
        this.stored = stored;
    }

    /// <summary>In the order in which they run, all in one transaction.</summary>
    public IReadOnlyList<string> Statements => statements;

    /// <summary>Everything, for a file that holds nothing.</summary>
    public static SchemaPlan ForNewFile(HiveSchema schema)
    {
        SchemaPlan plan = new(schema, null);
        plan.statements.Add($"PRAGMA application_id = {Bookkeeping.ApplicationId}");
        plan.statements.Add($"PRAGMA user_version = {Bookkeeping.FormatVersion}");
        plan.statements.AddRange(Bookkeeping.All);
        plan.AddModels();
        return plan;
    }

    /// <summary>What is missing or differs.</summary>
    /// <exception cref="HiveStorageException">A table differs in a way that needs a migration.</exception>
    public static SchemaPlan Make(HiveSchema schema, StoredSchema stored)
    {
        SchemaPlan plan = new(schema, stored);
        plan.statements.AddRange(Bookkeeping.Upgrade(stored.Format));
        plan.AddModels();
        return plan;
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

    private IEnumerable<SchemaObject> Wanted() => schema.Models.SelectMany(static model => model.Indexes.Concat(model.Triggers));

    private void AddModels()
    {
        DropOutdated();
        foreach (HiveModel model in schema.Models)
        {
            if (stored?.Find(model.Table) is { } table)
            {
                statements.AddRange(TableComparison.AddedColumns(model, table.Sql));
            }
            else
            {
                statements.Add(model.CreateTable);
            }
        }

        statements.AddRange(Wanted().Where(wanted => !IsStored(wanted)).Select(static wanted => wanted.Sql));
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
                statements.Add($"DROP {old.Type.ToUpperInvariant()} {SqlText.Quote(old.Name)}");
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
