using SQLitePCL;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>Binds and inserts accounts; what the raw contestant and the making of files share.</summary>
internal sealed class RawInserter(RawDatabase database)
{
    private readonly sqlite3_stmt insert = database.Prepare(Sql.Insert);

    public void Insert(Account account)
    {
        RawDatabase.BindText(insert, 1, account.Id);
        RawDatabase.BindText(insert, 2, account.Email);
        RawDatabase.BindText(insert, 3, account.Name);
        RawDatabase.BindText(insert, 4, account.Handle);
        raw.sqlite3_bind_int(insert, 5, account.EmailVerified ? 1 : 0);
        RawDatabase.BindText(insert, 6, account.Plan);
        RawDatabase.BindText(insert, 7, account.Status);
        raw.sqlite3_bind_int64(insert, 8, account.CreatedAt);
        raw.sqlite3_bind_int64(insert, 9, account.UpdatedAt);
        database.Run(insert);
    }

    /// <summary>Inserts all in one transaction.</summary>
    public static void Insert(RawDatabase database, ReadOnlySpan<Account> accounts)
    {
        RawInserter inserter = new(database);
        database.Execute("BEGIN IMMEDIATE");
        foreach (Account account in accounts)
        {
            inserter.Insert(account);
        }

        database.Execute("COMMIT");
    }
}
