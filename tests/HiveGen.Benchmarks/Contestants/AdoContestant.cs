using HiveGen.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>Microsoft.Data.Sqlite by hand: one connection, commands and parameters made and prepared once.</summary>
internal sealed class AdoContestant : IContestant
{
    private SqliteConnection connection = null!;
    private SqliteCommand insert = null!;
    private SqliteCommand log = null!;
    private SqliteCommand byId = null!;
    private SqliteCommand byEmail = null!;
    private SqliteCommand scan = null!;
    private SqliteCommand update = null!;
    private SqliteCommand delete = null!;
    private bool logs;

    public string Name => Names.Ado;

    public void Open(DatabaseFile file)
    {
        connection = AdoConnection.Open(file, pooling: false);
        logs = !file.Capture;
        insert = Prepare(Sql.Insert, 9);
        log = Prepare(Sql.Log, 2);
        byId = Prepare(Sql.SelectById, 1);
        byEmail = Prepare(Sql.SelectByEmail, 1);
        scan = Prepare(Sql.Select, 0);
        update = Prepare(Sql.Update, 3);
        delete = Prepare(Sql.Delete, 1);
    }

    public Task AddEachAsync(Account[] accounts)
    {
        foreach (Account account in accounts)
        {
            using SqliteTransaction? transaction = Begin(logs);
            Add(account);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public Task AddManyAsync(Account[] accounts, int size)
    {
        foreach (Account[] chunk in accounts.Chunk(size))
        {
            using SqliteTransaction? transaction = Begin(true);
            foreach (Account account in chunk)
            {
                Add(account);
            }

            transaction!.Commit();
        }

        return Task.CompletedTask;
    }

    public long GetById(ReadOnlySpan<string> ids) => GetBy(byId, ids);

    public long GetByEmail(ReadOnlySpan<string> emails) => GetBy(byEmail, emails);

    public List<Account> Scan()
    {
        List<Account> accounts = [];
        using SqliteDataReader row = scan.ExecuteReader();
        while (row.Read())
        {
            accounts.Add(Read(row));
        }

        return accounts;
    }

    public Task UpdateEachAsync(string[] ids, string[] names, long updatedAt)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            using SqliteTransaction? transaction = Begin(logs);
            update.Parameters[0].Value = names[i];
            update.Parameters[1].Value = updatedAt;
            update.Parameters[2].Value = ids[i];
            update.ExecuteNonQuery();
            Log(ids[i], Sql.Changed);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public Task DeleteEachAsync(string[] ids)
    {
        foreach (string id in ids)
        {
            using SqliteTransaction? transaction = Begin(logs);
            delete.Parameters[0].Value = id;
            delete.ExecuteNonQuery();
            Log(id, Sql.Removed);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static Account Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Email = row.GetString(1),
        Name = row.GetString(2),
        Handle = row.GetString(3),
        EmailVerified = row.GetBoolean(4),
        Plan = row.GetString(5),
        Status = row.GetString(6),
        CreatedAt = row.GetInt64(7),
        UpdatedAt = row.GetInt64(8),
    };

    private static long GetBy(SqliteCommand select, ReadOnlySpan<string> keys)
    {
        long sum = 0;
        foreach (string key in keys)
        {
            select.Parameters[0].Value = key;
            using SqliteDataReader row = select.ExecuteReader();
            Account? account = row.Read() ? Read(row) : null;
            sum += account!.UpdatedAt;
        }

        return sum;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 1; i <= parameters; i++)
        {
            command.Parameters.AddWithValue("$" + i, "");
        }

        command.Prepare();
        return command;
    }

    private SqliteTransaction? Begin(bool wanted)
    {
        SqliteTransaction? transaction = wanted ? connection.BeginTransaction() : null;
        insert.Transaction = log.Transaction = update.Transaction = delete.Transaction = transaction;
        return transaction;
    }

    private void Add(Account account)
    {
        SqliteParameterCollection parameters = insert.Parameters;
        parameters[0].Value = account.Id;
        parameters[1].Value = account.Email;
        parameters[2].Value = account.Name;
        parameters[3].Value = account.Handle;
        parameters[4].Value = account.EmailVerified;
        parameters[5].Value = account.Plan;
        parameters[6].Value = account.Status;
        parameters[7].Value = account.CreatedAt;
        parameters[8].Value = account.UpdatedAt;
        insert.ExecuteNonQuery();
        Log(account.Id, Sql.Added);
    }

    private void Log(string id, int operation)
    {
        if (logs)
        {
            log.Parameters[0].Value = id;
            log.Parameters[1].Value = operation;
            log.ExecuteNonQuery();
        }
    }
}
