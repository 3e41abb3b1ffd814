using Dapper;
using HiveGen.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>Dapper over one open connection.</summary>
internal sealed class DapperContestant : IContestant
{
    private const string Insert = "INSERT INTO accounts (" + Sql.Columns + ") VALUES (@Id, @Email, @Name, @Handle, @EmailVerified, @Plan, @Status, @CreatedAt, @UpdatedAt)";
    private const string Log = "INSERT INTO _hive_change (model, id, op) VALUES ('users', @id, @operation)";
    private const string Select = "SELECT id,email,name,handle,email_verified AS EmailVerified,plan,status,created_at AS CreatedAt,updated_at AS UpdatedAt FROM accounts";

    private SqliteConnection connection = null!;
    private bool logs;

    public string Name => Names.Dapper;

    public void Open(DatabaseFile file)
    {
        connection = AdoConnection.Open(file, pooling: false);
        logs = !file.Capture;
    }

    public Task AddEachAsync(Account[] accounts)
    {
        foreach (Account account in accounts)
        {
            using SqliteTransaction? transaction = Begin();
            connection.Execute(Insert, account, transaction);
            Line(account.Id, Sql.Added, transaction);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public Task AddManyAsync(Account[] accounts, int size)
    {
        foreach (Account[] chunk in accounts.Chunk(size))
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            connection.Execute(Insert, chunk, transaction);
            if (logs)
            {
                connection.Execute(Log, chunk.Select(static a => new { id = a.Id, operation = Sql.Added }), transaction);
            }

            transaction.Commit();
        }

        return Task.CompletedTask;
    }

    public long GetById(ReadOnlySpan<string> ids)
    {
        long sum = 0;
        foreach (string id in ids)
        {
            sum += connection.QueryFirstOrDefault<Account>(Select + " WHERE id=@id", new { id })!.UpdatedAt;
        }

        return sum;
    }

    public long GetByEmail(ReadOnlySpan<string> emails)
    {
        long sum = 0;
        foreach (string email in emails)
        {
            sum += connection.QueryFirstOrDefault<Account>(Select + " WHERE email=@email", new { email })!.UpdatedAt;
        }

        return sum;
    }

    public List<Account> Scan() => connection.Query<Account>(Select).AsList();

    public Task UpdateEachAsync(string[] ids, string[] names, long updatedAt)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            using SqliteTransaction? transaction = Begin();
            connection.Execute("UPDATE accounts SET name=@name,updated_at=@updatedAt WHERE id=@id", new { name = names[i], updatedAt, id = ids[i] }, transaction);
            Line(ids[i], Sql.Changed, transaction);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public Task DeleteEachAsync(string[] ids)
    {
        foreach (string id in ids)
        {
            using SqliteTransaction? transaction = Begin();
            connection.Execute("DELETE FROM accounts WHERE id=@id", new { id }, transaction);
            Line(id, Sql.Removed, transaction);
            transaction?.Commit();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private SqliteTransaction? Begin() => logs ? connection.BeginTransaction() : null;

    private void Line(string id, int operation, SqliteTransaction? transaction)
    {
        if (logs)
        {
            connection.Execute(Log, new { id, operation }, transaction);
        }
    }
}
