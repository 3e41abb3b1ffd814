using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>What stands in the file's <c>sqlite_schema</c>.</summary>
internal sealed class StoredSchema
{
    private readonly Dictionary<string, StoredObject> objects = new(StringComparer.OrdinalIgnoreCase);

    private StoredSchema(IReadOnlySet<string> made, int format)
    {
        Made = made;
        Format = format;
    }

    /// <summary>The version of the file's format.</summary>
    public int Format { get; }

    /// <summary>The names of the indexes and triggers the Hive made.</summary>
    public IReadOnlySet<string> Made { get; }

    public static StoredSchema Read(HiveConnection connection)
    {
        string made = Meta.Read(connection, Meta.Objects) ?? "";
        StoredSchema schema = new(made.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase), ReadFormat(connection));
        Statement statement = connection.Prepare("""SELECT "type", "name", "tbl_name", "sql" FROM sqlite_schema WHERE "sql" IS NOT NULL""");
        while (statement.Step())
        {
            StoredObject stored = new(statement.Text(0), statement.Text(1), statement.Text(2), statement.Text(3));
            schema.objects.Add(stored.Name, stored);
        }

        return schema;
    }

    private static int ReadFormat(HiveConnection connection)
    {
        Statement version = connection.Prepare("PRAGMA user_version");
        int format = version.Step() ? (int)version.Int64(0) : 0;
        version.Reset();
        return format;
    }

    public StoredObject? Find(string name) => objects.GetValueOrDefault(name);

    /// <summary>An index, a trigger or a table.</summary>
    public sealed record StoredObject(string Type, string Name, string Table, string Sql);
}
