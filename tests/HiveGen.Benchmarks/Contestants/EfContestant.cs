using HiveGen.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>EF Core as it is used well: pooled contexts, one a unit of work, compiled queries without tracking, SaveChanges.</summary>
internal sealed class EfContestant : IContestant
{
    private static readonly Func<EfContext, string, Account?> ById =
        EF.CompileQuery(static (EfContext context, string id) => context.Accounts.AsNoTracking().FirstOrDefault(a => a.Id == id));

    private static readonly Func<EfContext, string, Account?> ByEmail =
        EF.CompileQuery(static (EfContext context, string email) => context.Accounts.AsNoTracking().FirstOrDefault(a => a.Email == email));

    private static readonly Func<EfContext, IEnumerable<Account>> All =
        EF.CompileQuery(static (EfContext context) => context.Accounts.AsNoTracking());

    private PooledDbContextFactory<EfContext> contexts = null!;
    private SqliteConnection anchor = null!;
    private bool logs;

    public string Name => Names.Ef;

    public void Open(DatabaseFile file)
    {
        // The pool hands out the handle that is given back here, and with it its pragmas.
        AdoConnection.Open(file, pooling: true).Dispose();
        anchor = new SqliteConnection(AdoConnection.Text(file.Path, pooling: true));
        contexts = new PooledDbContextFactory<EfContext>(new DbContextOptionsBuilder<EfContext>().UseSqlite(anchor.ConnectionString).Options);
        logs = !file.Capture;
        using EfContext context = contexts.CreateDbContext();
        _ = context.Model;
    }

    public async Task AddEachAsync(Account[] accounts)
    {
        foreach (Account account in accounts)
        {
            await AddAsync([account]);
        }
    }

    public async Task AddManyAsync(Account[] accounts, int size)
    {
        foreach (Account[] chunk in accounts.Chunk(size))
        {
            await AddAsync(chunk);
        }
    }

    public long GetById(ReadOnlySpan<string> ids)
    {
        long sum = 0;
        foreach (string id in ids)
        {
            using EfContext context = contexts.CreateDbContext();
            sum += ById(context, id)!.UpdatedAt;
        }

        return sum;
    }

    public long GetByEmail(ReadOnlySpan<string> emails)
    {
        long sum = 0;
        foreach (string email in emails)
        {
            using EfContext context = contexts.CreateDbContext();
            sum += ByEmail(context, email)!.UpdatedAt;
        }

        return sum;
    }

    public List<Account> Scan()
    {
        using EfContext context = contexts.CreateDbContext();
        return All(context).ToList();
    }

    public Task UpdateEachAsync(string[] ids, string[] names, long updatedAt)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            using EfContext context = contexts.CreateDbContext();
            Account account = new() { Id = ids[i], Email = "" };
            context.Accounts.Attach(account);
            account.Name = names[i];
            account.UpdatedAt = updatedAt;
            Save(context, ids[i], Sql.Changed);
        }

        return Task.CompletedTask;
    }

    public Task DeleteEachAsync(string[] ids)
    {
        foreach (string id in ids)
        {
            using EfContext context = contexts.CreateDbContext();
            context.Accounts.Remove(new Account { Id = id, Email = "" });
            Save(context, id, Sql.Removed);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(anchor);
        await anchor.DisposeAsync();
    }

    private Task AddAsync(Account[] accounts)
    {
        using EfContext context = contexts.CreateDbContext();
        foreach (Account account in accounts)
        {
            context.Accounts.Add(account);
            if (logs)
            {
                context.Changes.Add(new EfChange { Id = account.Id, Op = Sql.Added });
            }
        }

        context.SaveChanges();
        return Task.CompletedTask;
    }

    private void Save(EfContext context, string id, int operation)
    {
        if (logs)
        {
            context.Changes.Add(new EfChange { Id = id, Op = operation });
        }

        context.SaveChanges();
    }
}
