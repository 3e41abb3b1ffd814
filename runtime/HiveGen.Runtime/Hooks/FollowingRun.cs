using System.Diagnostics;
using HiveGen.Telemetry;

namespace HiveGen.Hooks;

/// <summary>What happens behind a commit: Following hooks, started in the order of their operations and awaited by nobody.</summary>
internal static class FollowingRun
{
    public static void Start(HiveEngine engine, IReadOnlyList<OperationScope> scopes)
    {
        if (scopes.Count > 0)
        {
            engine.Client.Background.Track(Task.Run(() => FollowAll(engine, scopes)), Hook(scopes[0]).ToString());
        }
    }

    /// <summary>The work, ended without an exception: a failure is logged and counted.</summary>
    public static async Task Observe(HiveEngine engine, HookRef hook, Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Failed(engine, hook, e);
        }
    }

    /// <summary>Ends the scope; what fails in it is logged and counted.</summary>
    public static Task EndAsync(OperationScope scope) => Observe(scope.Engine, Hook(scope), scope.DisposeAsync().AsTask());

    private static HookRef Hook(OperationScope scope) => new(scope.Write.ModelName, HookStage.Following, scope.Write.Kind);

    private static void FollowAll(HiveEngine engine, IReadOnlyList<OperationScope> scopes)
    {
        foreach (OperationScope scope in scopes)
        {
            engine.Client.Background.Track(FollowAsync(scope), Hook(scope).ToString());
        }
    }

    private static async Task FollowAsync(OperationScope scope)
    {
        HookRef hook = Hook(scope);
        for (int hooks = 0; hooks < scope.Write.HookClasses; hooks++)
        {
            if (scope.Write.Registration(hooks).Points.Has(hook.Kind, hook.Stage))
            {
                await Observe(scope.Engine, hook, CallAsync(scope, hooks, hook)).ConfigureAwait(false);
            }
        }

        await EndAsync(scope).ConfigureAwait(false);
    }

    private static async Task CallAsync(OperationScope scope, int hooks, HookRef hook)
    {
        if (HookChain.Enter(scope.Parent, hook) is { } chain)
        {
            HookChain.Current = chain;
            using Activity? activity = HiveActivities.Hook(hook);
            HookCall call = new(scope, chain, scope.Engine.Client.Background.Stopping);
            try
            {
                await scope.Write.RunFollowing(hooks, scope.Hooks(hooks), call).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                activity.Fail(failure);
                throw;
            }
        }
    }

    private static void Failed(HiveEngine engine, HookRef hook, Exception exception)
    {
        string name = hook.ToString();
        engine.Telemetry.Hooks.Failed(name);
        HookLog.Failed(engine.LoggerFactory.CreateLogger("HiveGen.Hooks"), name, exception);
    }
}
