using HiveGen.Queries;
using HiveGen.Records;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Hooks;

/// <summary>The hooks of one read: all Before, all bare, all After, then who answers instead of the database. One scope of services a read.</summary>
internal sealed class ReadRun<TRecord> : IDisposable
    where TRecord : class, IHiveRecord<TRecord>
{
    // Hooks of reads are synchronous, so what they read themselves is read on their thread.
    [ThreadStatic]
    private static int inside;

    private readonly RecordStore<TRecord> store;
    private readonly IServiceScope services;
    private readonly object[] hooks;
    private readonly ReadKind kind;
    private readonly ReadEvent<TRecord> read;

    private ReadRun(QuerySpec<TRecord> query, ReadKind kind, bool multiple)
    {
        store = query.Store;
        this.kind = kind;
        IServiceProvider provider = store.Engine.Services ?? throw new HiveException(
            $"{store.Model.Name} has hooks of reads, which dependency injection makes, and this Hive was opened without services. Register it with AddHive, or set HiveOptions.Services.");
        services = provider.CreateScope();
        hooks = new object[store.Hooks.Count];
        read = new ReadEvent<TRecord>(store.Engine, query.Filter, multiple);
        inside++;
    }

    /// <summary>Whether hooks of this model run on this thread: what they read is not theirs to hook.</summary>
    public static bool IsInside => inside > 0;

    /// <summary>What is left of the query after the hooks; or the records that one of them answers with.</summary>
    public static (QuerySpec<TRecord> Query, IReadOnlyList<TRecord>? Resolved) Get(QuerySpec<TRecord> query, bool multiple)
    {
        using ReadRun<TRecord> run = new(query, ReadKind.Get, multiple);
        run.Stages();
        IReadOnlyList<TRecord>? resolved = null;
        for (int i = 0; resolved is null && i < run.hooks.Length; i++)
        {
            resolved = run.Has(i, ReadStage.Resolving) ? run.store.Hooks[i].ResolveGet(run.Hooks(i), run.read) : null;
        }

        return (query with { Filter = run.read.Filter }, resolved);
    }

    /// <summary>What is left of the query after the hooks; or the number that one of them answers with.</summary>
    public static (QuerySpec<TRecord> Query, int? Resolved) Count(QuerySpec<TRecord> query)
    {
        using ReadRun<TRecord> run = new(query, ReadKind.Count, multiple: true);
        run.Stages();
        int? resolved = null;
        for (int i = 0; resolved is null && i < run.hooks.Length; i++)
        {
            resolved = run.Has(i, ReadStage.Resolving) ? run.store.Hooks[i].ResolveCount(run.Hooks(i), run.read) : null;
        }

        return (query with { Filter = run.read.Filter }, resolved);
    }

    public void Dispose()
    {
        inside--;
        services.Dispose();
    }

    private void Stages()
    {
        for (ReadStage stage = ReadStage.Before; stage <= ReadStage.After; stage++)
        {
            for (int i = 0; i < hooks.Length; i++)
            {
                if (Has(i, stage))
                {
                    store.Hooks[i].Run(Hooks(i), kind, stage, read);
                }
            }
        }
    }

    private bool Has(int index, ReadStage stage) => (store.Hooks[index].Points & HookPointsExtensions.Of(kind, stage)) != 0;

    private object Hooks(int index) => hooks[index] ??= store.Hooks[index].Create(services.ServiceProvider);
}
