using HiveGen.Adapters.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>A PostgreSQL database that every contestant writes to in turn, and the two ways of doing so by hand.</summary>
internal sealed class PostgresDatabase(string connection) : IAsyncDisposable
{
    private const int Chunk = 5000;
    private const string Home = "hive_by_hand";
    private const string Columns = "id, email, name, handle, email_verified, plan, status, created_at, updated_at, _version";
    private const string Set = """
        ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, handle = excluded.handle, email_verified = excluded.email_verified, plan = excluded.plan,
        status = excluded.status, created_at = excluded.created_at, updated_at = excluded.updated_at, _version = excluded._version, _deleted = excluded._deleted,
        _synced_at = excluded._synced_at WHERE excluded._version > t._version AND excluded._home = t._home
        """;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    /// <summary>A target here.</summary>
    public PostgresTarget Target() => new("postgres", connection);

    /// <summary>Makes it as if nothing had ever been sent here, with an empty table.</summary>
    public async Task ResetAsync()
    {
        await RunAsync("DROP VIEW IF EXISTS users_live; DROP TABLE IF EXISTS users, _hive_cursor");
        await RunAsync(Hive.Schema.Models[0].Sync!.Mapping<PostgresMap>().CreateTable);
        await RunAsync("CHECKPOINT");
    }

    public async Task<long> CountAsync()
    {
        await using NpgsqlCommand count = source.CreateCommand("SELECT count(*) FROM users");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    public Task<NpgsqlConnection> OpenAsync() => source.OpenConnectionAsync().AsTask();

    /// <summary><c>COPY</c> into a temporary table and a guarded <c>INSERT … SELECT</c>, 5000 rows a transaction.</summary>
    /// <param name="accounts">The rows.</param>
    /// <param name="from">The version before the first row's.</param>
    public async Task CopyAsync(IReadOnlyList<Account> accounts, long from)
    {
        await using NpgsqlConnection connection = await OpenAsync();
        await RunAsync($"CREATE TEMP TABLE staged ON COMMIT DELETE ROWS AS SELECT {Columns} FROM users WITH NO DATA", connection);
        long version = from;
        foreach (Account[] chunk in accounts.Chunk(Chunk))
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
            await using (NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync("COPY staged FROM STDIN (FORMAT BINARY)"))
            {
                foreach (Account account in chunk)
                {
                    Write(copy, account, ++version);
                }

                await copy.CompleteAsync();
            }

            await RunAsync($"INSERT INTO users AS t ({Columns}, _deleted, _home, _synced_at) SELECT {Columns}, false, '{Home}', clock_timestamp() FROM staged {Set}", connection);
            await transaction.CommitAsync();
        }
    }

    /// <summary>One guarded statement a row, each its own transaction.</summary>
    public async Task InsertAsync(IReadOnlyList<Account> accounts, bool isPrepared)
    {
        await using NpgsqlConnection connection = await OpenAsync();
        await using NpgsqlCommand insert = new(
            $"INSERT INTO users AS t ({Columns}, _deleted, _home, _synced_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, '{Home}', clock_timestamp()) {Set}",
            connection);
        long version = 0;
        foreach (Account account in accounts)
        {
            object[] values =
            [
                account.Id, account.Email, (object?)account.Name ?? DBNull.Value, (object?)account.Handle ?? DBNull.Value, account.EmailVerified,
                account.Plan, account.Status, account.CreatedAt, account.UpdatedAt, ++version,
            ];
            bool isFirst = insert.Parameters.Count == 0;
            for (int i = 0; i < values.Length; i++)
            {
                if (isFirst)
                {
                    insert.Parameters.Add(new NpgsqlParameter { Value = values[i] });
                }
                else
                {
                    insert.Parameters[i].Value = values[i];
                }
            }

            if (isFirst && isPrepared)
            {
                await insert.PrepareAsync();
            }

            await insert.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static void Write(NpgsqlBinaryImporter copy, Account account, long version)
    {
        copy.StartRow();
        copy.Write(account.Id, NpgsqlDbType.Text);
        copy.Write(account.Email, NpgsqlDbType.Text);
        Write(copy, account.Name);
        Write(copy, account.Handle);
        copy.Write(account.EmailVerified, NpgsqlDbType.Boolean);
        copy.Write(account.Plan, NpgsqlDbType.Text);
        copy.Write(account.Status, NpgsqlDbType.Text);
        copy.Write(account.CreatedAt, NpgsqlDbType.Bigint);
        copy.Write(account.UpdatedAt, NpgsqlDbType.Bigint);
        copy.Write(version, NpgsqlDbType.Bigint);
    }

    private static void Write(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(text, NpgsqlDbType.Text);
        }
    }

    private async Task RunAsync(string sql)
    {
        await using NpgsqlConnection connection = await OpenAsync();
        await RunAsync(sql, connection);
    }

    private static async Task RunAsync(string sql, NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
