using HiveGen.Dispatch;
using HiveGen.Telemetry;

namespace HiveGen.Storage;

/// <summary>A write whose changes are noted together with the trace they were made in.</summary>
internal readonly struct TracedCommand<TCommand, TResult>(TCommand command, CommitTrace trace) : IWriteCommand<TResult>
    where TCommand : struct, IWriteCommand<TResult>
{
    // Between the statement and the commit it is asked where the log ends.
    public bool SingleStatement => false;

    public TResult Execute(HiveConnection connection)
    {
        long before = ChangeLog.MaxSeq(connection);
        TResult result = command.Execute(connection);
        LoneWrite.EndStatement(connection);
        trace.Covers(before + 1, ChangeLog.MaxSeq(connection));
        return result;
    }
}
