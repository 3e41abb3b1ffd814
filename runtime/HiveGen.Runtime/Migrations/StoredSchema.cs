using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>What stands in the file's <c>sqlite_schema</c>, and what the Hive remembers of it.</summary>
/// <param name="format">The version of the file's format.</param>
/// <param name="memory">What the Hive remembers.</param>
/// <param name="objects">Tables, indexes, triggers and views.</param>
internal sealed class StoredSchema(int format, SchemaMemory memory, IEnumerable<StoredObject> objects)
{
    private readonly Dictionary<string, StoredObject> objects = objects.ToDictionary(static stored => stored.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The version of the file's format.</summary>
    public int Format => format;

    /// <summary>What the Hive remembers.</summary>
    public SchemaMemory Memory => memory;

    /// <summary>Everything, in no order.</summary>
    public IEnumerable<StoredObject> Objects => objects.Values;

    public static StoredSchema Read(HiveConnection connection)
    {
        List<StoredObject> found = [];
        Statement statement = connection.Prepare("""SELECT "type", "name", "tbl_name", "sql" FROM sqlite_schema WHERE "sql" IS NOT NULL""");
        while (statement.Step())
        {
            found.Add(new StoredObject(statement.Text(0), statement.Text(1), statement.Text(2), statement.Text(3)));
        }

        return new StoredSchema(ReadFormat(connection), SchemaMemory.Read(connection), found);
    }

    public StoredObject? Find(string name) => objects.GetValueOrDefault(name);

    /// <summary>The type of a column; null when nothing was noted of it.</summary>
    public ColumnType? TypeOf(string table, string column) => memory.TypeOf(table, column);

    /// <summary>The version of the file's format.</summary>
    public static int ReadFormat(HiveConnection connection)
    {
        Statement version = connection.Prepare("PRAGMA user_version");
        int format = version.Step() ? (int)version.Int64(0) : 0;
        version.Reset();
        return format;
    }
}
