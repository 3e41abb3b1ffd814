using System.Text;
using HiveGen.Benchmarks.Measuring;
using SQLitePCL;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>SQLitePCLRaw by hand: statements prepared once, UTF-8 bound from the stack, text read as spans.</summary>
internal sealed class RawContestant : IContestant
{
    private readonly RawDatabase database = new();
    private RawInserter insert = null!;
    private sqlite3_stmt log = null!;
    private sqlite3_stmt begin = null!;
    private sqlite3_stmt commit = null!;
    private sqlite3_stmt byId = null!;
    private sqlite3_stmt byEmail = null!;
    private sqlite3_stmt scan = null!;
    private sqlite3_stmt update = null!;
    private sqlite3_stmt delete = null!;
    private bool logs;

    public string Name => Names.Raw;

    public void Open(DatabaseFile file)
    {
        database.Open(file.Path);
        database.Execute(Sql.Pragmas(file.Synchronous));
        logs = !file.Capture;
        insert = new RawInserter(database);
        log = database.Prepare(Sql.Log);
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        byId = database.Prepare(Sql.SelectById);
        byEmail = database.Prepare(Sql.SelectByEmail);
        scan = database.Prepare(Sql.Select);
        update = database.Prepare(Sql.Update);
        delete = database.Prepare(Sql.Delete);
    }

    public Task AddEachAsync(Account[] accounts)
    {
        foreach (Account account in accounts)
        {
            // One statement is a transaction by itself when a trigger writes the line.
            Begin(logs);
            Add(account);
            Commit(logs);
        }

        return Task.CompletedTask;
    }

    public Task AddManyAsync(Account[] accounts, int size)
    {
        foreach (Account[] chunk in accounts.Chunk(size))
        {
            Begin(true);
            foreach (Account account in chunk)
            {
                Add(account);
            }

            Commit(true);
        }

        return Task.CompletedTask;
    }

    public long GetById(ReadOnlySpan<string> ids) => GetBy(byId, ids);

    public long GetByEmail(ReadOnlySpan<string> emails) => GetBy(byEmail, emails);

    public List<Account> Scan()
    {
        List<Account> accounts = [];
        while (database.Step(scan))
        {
            accounts.Add(Read(scan));
        }

        raw.sqlite3_reset(scan);
        return accounts;
    }

    public Task UpdateEachAsync(string[] ids, string[] names, long updatedAt)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            Begin(logs);
            RawDatabase.BindText(update, 1, names[i]);
            raw.sqlite3_bind_int64(update, 2, updatedAt);
            RawDatabase.BindText(update, 3, ids[i]);
            database.Run(update);
            Log(ids[i], Sql.Changed);
            Commit(logs);
        }

        return Task.CompletedTask;
    }

    public Task DeleteEachAsync(string[] ids)
    {
        foreach (string id in ids)
        {
            Begin(logs);
            RawDatabase.BindText(delete, 1, id);
            database.Run(delete);
            Log(id, Sql.Removed);
            Commit(logs);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return default;
    }

    private static Account Read(sqlite3_stmt row) => new()
    {
        Id = Text(row, 0),
        Email = Text(row, 1),
        Name = Text(row, 2),
        Handle = Text(row, 3),
        EmailVerified = raw.sqlite3_column_int(row, 4) != 0,
        Plan = Text(row, 5),
        Status = Text(row, 6),
        CreatedAt = raw.sqlite3_column_int64(row, 7),
        UpdatedAt = raw.sqlite3_column_int64(row, 8),
    };

    private static string Text(sqlite3_stmt row, int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(row, column));

    private long GetBy(sqlite3_stmt select, ReadOnlySpan<string> keys)
    {
        long sum = 0;
        foreach (string key in keys)
        {
            RawDatabase.BindText(select, 1, key);
            Account? account = database.Step(select) ? Read(select) : null;
            raw.sqlite3_reset(select);
            sum += account!.UpdatedAt;
        }

        return sum;
    }

    private void Begin(bool transaction)
    {
        if (transaction)
        {
            database.Run(begin);
        }
    }

    private void Commit(bool transaction)
    {
        if (transaction)
        {
            database.Run(commit);
        }
    }

    private void Add(Account account)
    {
        insert.Insert(account);
        Log(account.Id, Sql.Added);
    }

    private void Log(string id, int operation)
    {
        if (logs)
        {
            RawDatabase.BindText(log, 1, id);
            raw.sqlite3_bind_int(log, 2, operation);
            database.Run(log);
        }
    }
}
