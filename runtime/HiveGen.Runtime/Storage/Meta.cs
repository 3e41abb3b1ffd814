namespace HiveGen.Storage;

/// <summary>The table <c>_hive_meta</c>: what the Hive knows of itself.</summary>
internal static class Meta
{
    /// <summary>The home of this Hive's records.</summary>
    public const string HiveId = "hive_id";

    /// <summary>Counts adoptions, from 1. An INTEGER.</summary>
    public const string Epoch = "epoch";

    /// <summary>The indexes and triggers the Hive made, one name a line: only these does it ever drop.</summary>
    public const string Objects = "objects";

    /// <summary>The columns of the models' tables with their types, one a line.</summary>
    public const string Columns = "columns";

    private static readonly PreparedSql Select = new("""SELECT "value" FROM "_hive_meta" WHERE "key" = ?1""");
    private static readonly PreparedSql Replace = new("""INSERT INTO "_hive_meta" ("key", "value") VALUES (?1, ?2) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value" """);

    public static string? Read(HiveConnection connection, string key)
    {
        Statement statement = connection.Prepare(Select);
        statement.BindText(1, key);
        string? value = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return value;
    }

    /// <exception cref="HiveStorageException">The value is missing.</exception>
    public static string Require(HiveConnection connection, string key)
        => Read(connection, key) ?? throw new HiveStorageException($"The Hive's table _hive_meta has no '{key}'. The file was changed by another program; restore a backup.");

    public static void Write(HiveConnection connection, string key, in SqlValue value)
    {
        Statement statement = connection.Prepare(Replace);
        statement.BindText(1, key);
        statement.Bind(2, value);
        statement.Run();
    }
}
