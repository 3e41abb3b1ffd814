using HiveGen.Telemetry;

namespace HiveGen.Storage;

/// <summary>The same for a write that gets a transaction of its own.</summary>
internal readonly struct TracedAloneCommand<TCommand, TResult>(TCommand command, CommitTrace trace) : IWriteCommand<TResult>, IExclusiveCommand
    where TCommand : struct, IWriteCommand<TResult>
{
    private readonly TracedCommand<TCommand, TResult> traced = new(command, trace);

    public bool SingleStatement => false;

    public TResult Execute(HiveConnection connection) => traced.Execute(connection);
}
