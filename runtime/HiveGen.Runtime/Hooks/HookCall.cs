using System.ComponentModel;
using HiveGen.Hooks;

namespace HiveGen;

/// <summary>One call of one hook, as the runtime sees it. The typed events wrap it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HookCall
{
    private readonly OperationScope scope;
    private readonly HookChain chain;
    private Batch? batch;
    private HiveCanceledException? canceled;

    internal HookCall(OperationScope scope, HookChain chain, CancellationToken cancellationToken)
    {
        this.scope = scope;
        this.chain = chain;
        CancellationToken = cancellationToken;
    }

    /// <summary>The database, which generated events show typed as <c>Client</c>.</summary>
    public HiveDatabase Database => scope.Engine.Client.Database!; // a set of it started the operation

    internal IDictionary<string, object?> Context => scope.Context;

    internal HookRef? Parent => scope.Parent?.Hook;

    internal bool MultipleRecords => scope.Write.MultipleRecords;

    internal CancellationToken CancellationToken { get; }

    internal Batch Batch => batch ??= new Batch(scope.Engine);

    /// <summary>Ends the call: what the hook added, or its refusal, even if the hook caught the exception.</summary>
    internal Batch? End()
    {
        batch?.Close();
        return canceled is null ? batch : throw canceled;
    }

    internal void Cancel(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        throw canceled = new HiveCanceledException(reason, chain.Hook);
    }

    internal void WaitUntil(Task work)
    {
        ArgumentNullException.ThrowIfNull(work);
        scope.Engine.Client.Background.Track(FollowingRun.Observe(scope.Engine, chain.Hook, work), chain.Hook.ToString());
    }
}
