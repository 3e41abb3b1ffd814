using HiveGen.Storage;

namespace HiveGen.Migrations;

/// <summary>Looks for links that lead to nothing, in the tables that a migration changed and in those that link to them.</summary>
internal static class ForeignKeyCheck
{
    /// <exception cref="HiveStorageException">There are some.</exception>
    public static void Run(HiveConnection connection, IReadOnlySet<string> changed)
    {
        foreach (string table in Tables(connection, changed))
        {
            Statement check = connection.Prepare("""SELECT count(*), min("parent") FROM pragma_foreign_key_check(?1)""");
            check.BindText(1, table);
            check.Step();
            long broken = check.Int64(0);
            string parent = broken > 0 ? check.Text(1) : "";
            check.Reset();
            if (broken > 0)
            {
                throw new HiveStorageException($"{broken} rows of \"{table}\" would link to records of \"{parent}\" that do not exist. Nothing was changed. Find them with: PRAGMA foreign_key_check(\"{table}\"), and mend them before.");
            }
        }
    }

    private static List<string> Tables(HiveConnection connection, IReadOnlySet<string> changed)
    {
        List<string> tables = [];
        Statement select = connection.Prepare("""
            SELECT DISTINCT "found"."name", coalesce("link"."table", '') FROM sqlite_schema AS "found"
            LEFT JOIN pragma_foreign_key_list("found"."name") AS "link" WHERE "found"."type" = 'table'
            """);
        while (select.Step())
        {
            string table = select.Text(0);
            if ((changed.Contains(table) || changed.Contains(select.Text(1))) && !tables.Contains(table))
            {
                tables.Add(table);
            }
        }

        return tables;
    }
}
