using System.ComponentModel;

namespace HiveGen.Targets;

/// <summary>How SQLite stores fields at a target, a file or a libSQL server, for the adapters of both.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SqliteTypes
{
    /// <summary>The columns of the table ?1: name, type, whether it must have a value, whether it alone is the primary key.</summary>
    public const string SelectColumns = """
        SELECT "name", "type", "notnull", "pk" = 1 AND (SELECT max("pk") FROM pragma_table_info(?1)) = 1 FROM pragma_table_info(?1)
        """;

    /// <summary>The type of a field's column.</summary>
    /// <param name="field">The field.</param>
    public static string Of(SyncField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type switch
        {
            SyncType.Text or SyncType.Enum or SyncType.Json or SyncType.Date or SyncType.Guid => "TEXT",
            SyncType.Double => "REAL",
            SyncType.Blob => "BLOB",
            _ => "INTEGER",
        };
    }
}
