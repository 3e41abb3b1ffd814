using HiveGen.Storage;

namespace HiveGen.Tests.Storage;

internal static class ConnectionExtensions
{
    public static long AddNote(this HiveConnection connection, string text)
    {
        Statement statement = connection.Prepare("""INSERT INTO "notes" ("text") VALUES (?1)""");
        statement.BindText(1, text);
        statement.Run();
        return connection.LastInsertRowId;
    }

    public static SqlValue Read(this HiveConnection connection, string sql)
    {
        Statement statement = connection.Prepare(sql);
        SqlValue value = statement.Step() ? statement.Value(0) : SqlValue.Null;
        statement.Reset();
        return value;
    }
}
