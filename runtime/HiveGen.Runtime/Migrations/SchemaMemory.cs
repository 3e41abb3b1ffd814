using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>What the Hive remembers of the schema it made, because <c>sqlite_schema</c> does not tell it. Immutable.</summary>
/// <param name="objects">The indexes and triggers the Hive made, one a line: only these does it ever drop.</param>
/// <param name="columns">The columns of its tables with their types, one a line: <c>posts.price decimal(2)</c>.</param>
internal sealed class SchemaMemory(string objects, string columns)
{
    private readonly HashSet<string> made = new(objects.Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, ColumnType>> types = Parse(columns);

    /// <summary>Remembers nothing.</summary>
    public static SchemaMemory Empty { get; } = new("", "");

    /// <summary>The indexes and triggers the Hive made.</summary>
    public IReadOnlySet<string> Made => made;

    /// <summary>The tables the Hive made. A file of an older version does not name them.</summary>
    public IEnumerable<string> Tables => types.Keys;

    public static SchemaMemory Read(HiveConnection connection)
        => new(Meta.Read(connection, Meta.Objects) ?? "", Meta.Read(connection, Meta.Columns) ?? "");

    /// <summary>What there is to be remembered of these models, and of tables of models that are gone.</summary>
    public SchemaMemory Next(HiveSchema schema, IReadOnlyList<string> kept, IEnumerable<string> keptIndexes)
    {
        IEnumerable<string> names = schema.Models.SelectMany(static model => model.Indexes.Concat(model.Triggers)).Select(static made => made.Name).Concat(keptIndexes);
        IEnumerable<string> current = schema.Models.SelectMany(static model => model.Columns.Select(column => $"{model.Table}.{column.Name} {column.Type}"));
        IEnumerable<string> former = kept.SelectMany(table => types[table].Select(column => $"{table}.{column.Key} {column.Value}"));
        return new SchemaMemory(string.Join('\n', names), string.Join('\n', current.Concat(former)));
    }

    public ColumnType? TypeOf(string table, string column)
        => types.TryGetValue(table, out Dictionary<string, ColumnType>? found) && found.TryGetValue(column, out ColumnType type) ? type : null;

    /// <summary>Keeps it in the file, in the transaction that is open.</summary>
    public void Write(HiveConnection connection)
    {
        Write(connection, Meta.Objects, objects);
        Write(connection, Meta.Columns, columns);
    }

    private static void Write(HiveConnection connection, string key, string value)
    {
        if (Meta.Read(connection, key) != value)
        {
            Meta.Write(connection, key, SqlValue.From(value));
        }
    }

    private static Dictionary<string, Dictionary<string, ColumnType>> Parse(string columns)
    {
        Dictionary<string, Dictionary<string, ColumnType>> types = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in columns.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int dot = line.IndexOf('.', StringComparison.Ordinal);
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            string table = line[..dot];
            if (!types.TryGetValue(table, out Dictionary<string, ColumnType>? of))
            {
                types.Add(table, of = new Dictionary<string, ColumnType>(StringComparer.OrdinalIgnoreCase));
            }

            of[line[(dot + 1)..space]] = ColumnType.Parse(line[(space + 1)..]);
        }

        return types;
    }
}
