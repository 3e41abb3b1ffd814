using HiveGen.Migrations;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>Looks ahead: what opening a Hive would do to its file. Thread-safe.</summary>
public static class HiveMigrations
{
    /// <summary>
    /// The steps that opening the Hive with these models would take, and what they would lose. Nothing is changed, and an app that has
    /// the file open is not held up.
    /// </summary>
    /// <param name="schema">The generated <c>Hive.Schema</c>.</param>
    /// <param name="options">Where the file is, and what is allowed.</param>
    /// <exception cref="HiveException">An option is wrong.</exception>
    /// <exception cref="HiveStorageException">The file is no Hive, is newer, or has something of its own under a name that the schema needs.</exception>
    public static MigrationPlan Plan(HiveSchema schema, HiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Migrations.Fault() is { } fault)
        {
            throw new HiveException(fault);
        }

        string path = HiveFile.FullPath(options.Path);
        return FileHeader.IsHive(path) ? Migrator.Plan(path, schema, options.Migrations) : SchemaDiff.ForNewFile(schema);
    }
}
