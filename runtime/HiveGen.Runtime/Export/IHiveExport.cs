namespace HiveGen.Export;

/// <summary>
/// Writes what a database needs to know of the models, as files: <c>hive export &lt;name&gt;</c>. An adapter's package registers one
/// (or several) as a service, in its <c>Register</c>. Thread-safe; what it gives depends on the schema alone.
/// </summary>
public interface IHiveExport
{
    /// <summary>The name on the command line, such as <c>postgres</c>: lower-case letters, digits, dashes.</summary>
    string Name { get; }

    /// <summary>What the files are, in one line without a full stop.</summary>
    string Description { get; }

    /// <summary>The files.</summary>
    /// <param name="schema">The app's models: <see cref="HiveSchema.Synced"/> has those that leave the Hive.</param>
    /// <exception cref="HiveException">A model cannot be expressed there; the message names it.</exception>
    IReadOnlyList<ExportFile> Export(HiveSchema schema);
}
