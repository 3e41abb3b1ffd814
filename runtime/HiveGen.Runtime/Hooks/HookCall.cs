using System.ComponentModel;

namespace HiveGen;

/// <summary>One call of one hook, as the runtime sees it. The typed events wrap it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HookCall
{
    internal HookCall()
    {
    }

    /// <summary>The database, which generated events show typed as <c>Client</c>.</summary>
    public HiveDatabase Database => throw new NotImplementedException();

    internal IDictionary<string, object?> Context => throw new NotImplementedException();

    internal HookRef? Parent => throw new NotImplementedException();

    internal bool MultipleRecords => throw new NotImplementedException();

    internal CancellationToken CancellationToken => throw new NotImplementedException();

    internal Batch Batch => throw new NotImplementedException();

    internal void Cancel(string reason) => throw new NotImplementedException();

    internal void Enqueue(string job, string payload) => throw new NotImplementedException();

    internal void WaitUntil(Task work) => throw new NotImplementedException();
}
