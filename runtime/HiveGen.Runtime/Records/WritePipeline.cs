using HiveGen.Hooks;

namespace HiveGen.Records;

/// <summary>The way of every operation that is not on a hot path: hooks if the model has some, then one transaction.</summary>
internal static class WritePipeline
{
    public static async ValueTask RunAsync(HiveEngine engine, WriteOperation write, CancellationToken cancellationToken)
    {
        if (write.Hooked)
        {
            await HookRun.RunAsync(engine, [write], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            write.Freeze(engine.Clock.GetUtcNow());
            await engine.Writer.RunAsync<OneWriteCommand, bool>(new(write), cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask RunAsync(HiveEngine engine, IReadOnlyList<WriteOperation> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return;
        }

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
        foreach (WriteOperation write in writes)
        {
            write.Freeze(now);
        }

        await engine.Writer.RunAsync<ManyWritesCommand, bool>(new(writes), cancellationToken).ConfigureAwait(false);
        foreach (WriteOperation write in writes)
        {
            write.Committed = true;
        }
    }
}
