using HiveGen.Records;

namespace HiveGen.Hooks;

/// <summary>
/// One call of the client with its hooks: all Before, then all bare, then all After; then one transaction of what came of it;
/// then Following. Operations that hooks add go through their own hooks as soon as the adding hook has returned.
/// </summary>
internal sealed class HookRun
{
    private readonly HiveEngine engine;
    private readonly CancellationToken cancellationToken;
    private readonly List<OperationScope> scopes = [];

    private HookRun(HiveEngine engine, CancellationToken cancellationToken)
    {
        this.engine = engine;
        this.cancellationToken = cancellationToken;
    }

    public static async ValueTask RunAsync(HiveEngine engine, IReadOnlyList<WriteOperation> writes, CancellationToken cancellationToken)
    {
        HookRun run = new(engine, cancellationToken);
        List<WriteOperation> all;
        try
        {
            all = await run.ExpandAsync(writes, HookChain.Current).ConfigureAwait(false);
            await WritePipeline.CommitAsync(engine, all, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await run.DisposeScopesAsync().ConfigureAwait(false);
            throw;
        }

        await FollowAsync(engine, all).ConfigureAwait(false);
    }

    // The data is committed: what happens from here on is no failure of the call any more.
    private static async ValueTask FollowAsync(HiveEngine engine, List<WriteOperation> all)
    {
        List<OperationScope> followed = [];
        foreach (WriteOperation write in all)
        {
            if (write.Scope is { } scope)
            {
                if (write.Count > 0 && write.Points.Has(write.Kind, HookStage.Following))
                {
                    followed.Add(scope);
                }
                else
                {
                    await FollowingRun.EndAsync(scope).ConfigureAwait(false);
                }
            }
        }

        FollowingRun.Start(engine, followed);
    }

    /// <summary>Runs the hooks of these operations and gives what is to be executed, in order.</summary>
    private async ValueTask<List<WriteOperation>> ExpandAsync(IReadOnlyList<WriteOperation> writes, HookChain? chain)
    {
        List<WriteOperation>[] before = Lists(writes.Count), after = Lists(writes.Count);
        foreach (WriteOperation write in writes)
        {
            if (write.Hooked)
            {
                write.Scope = new OperationScope(engine, write, chain);
                scopes.Add(write.Scope);
                write.BeginHooks();
            }
        }

        await StageAsync(HookStage.Before, writes, before).ConfigureAwait(false);
        await StageAsync(HookStage.During, writes, before).ConfigureAwait(false);
        await StageAsync(HookStage.After, writes, after).ConfigureAwait(false);

        List<WriteOperation> all = [];
        for (int i = 0; i < writes.Count; i++)
        {
            all.AddRange(before[i]);
            all.Add(writes[i]);
            all.AddRange(after[i]);
        }

        return all;
    }

    private async ValueTask StageAsync(HookStage stage, IReadOnlyList<WriteOperation> writes, List<WriteOperation>[] added)
    {
        for (int i = 0; i < writes.Count; i++)
        {
            for (int hooks = 0; writes[i].Scope is { } scope && hooks < writes[i].HookClasses; hooks++)
            {
                HookRef hook = new(writes[i].ModelName, stage, writes[i].Kind);
                if (writes[i].Registration(hooks).Points.Has(hook.Kind, stage) && HookChain.Enter(scope.Parent, hook) is { } chain)
                {
                    HookCall call = new(scope, chain, cancellationToken);
                    await CallAsync(scope, hooks, call, chain).ConfigureAwait(false);
                    if (call.End() is { } batch)
                    {
                        added[i].AddRange(await ExpandAsync(batch.Writes, chain).ConfigureAwait(false));
                    }
                }
            }
        }
    }

    // A method of its own, because the chain set here ends with it.
    private static async ValueTask CallAsync(OperationScope scope, int hooks, HookCall call, HookChain chain)
    {
        HookChain.Current = chain;
        await scope.Write.RunHook(hooks, scope.Hooks(hooks), chain.Hook.Stage, call).ConfigureAwait(false);
    }

    private async ValueTask DisposeScopesAsync()
    {
        foreach (OperationScope scope in scopes)
        {
            await FollowingRun.EndAsync(scope).ConfigureAwait(false); // what fails here is logged: the caller is to see why the call failed
        }
    }

    private static List<WriteOperation>[] Lists(int count)
    {
        List<WriteOperation>[] lists = new List<WriteOperation>[count];
        for (int i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }
}
