using HiveGen.Hooks;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>The way of every operation that is not on a hot path: hooks if the model has some, then one transaction.</summary>
internal static class WritePipeline
{
    public static async ValueTask RunAsync(HiveEngine engine, WriteOperation write, CancellationToken cancellationToken)
    {
        if (write.Hooked)
        {
            await HookRun.RunAsync(engine, [write], cancellationToken).ConfigureAwait(false);
            return;
        }

        write.Freeze(engine.Clock.GetUtcNow());
        if (write.OnlyReads)
        {
            Read(engine, write);
        }
        else
        {
            await engine.Writer.RunAsync<OneWriteCommand, bool>(new(write), cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask RunAsync(HiveEngine engine, IReadOnlyList<WriteOperation> writes, CancellationToken cancellationToken)
    {
        if (writes.Any(static write => write.Hooked))
        {
            await HookRun.RunAsync(engine, writes, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CommitAsync(engine, writes, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks all, then executes all in one transaction.</summary>
    public static async ValueTask CommitAsync(HiveEngine engine, IReadOnlyList<WriteOperation> writes, CancellationToken cancellationToken)
    {
        DateTimeOffset now = engine.Clock.GetUtcNow();
        bool onlyReads = true;
        foreach (WriteOperation write in writes)
        {
            write.Freeze(now);
            onlyReads &= write.OnlyReads;
        }

        if (!onlyReads)
        {
            await engine.Writer.RunAsync<ManyWritesCommand, bool>(new(writes), cancellationToken).ConfigureAwait(false);
        }

        foreach (WriteOperation write in writes)
        {
            if (onlyReads)
            {
                Read(engine, write);
            }

            write.Committed = true;
        }
    }

    private static void Read(HiveEngine engine, WriteOperation write)
    {
        using ReaderLease lease = engine.Readers.Rent();
        lease.BeginSnapshot();
        write.Execute(lease.Connection);
    }
}
