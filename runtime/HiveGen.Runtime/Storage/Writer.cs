namespace HiveGen.Storage;

/// <summary>
/// The one writer of a Hive: uncontended callers run inline under its lock, contended ones queue and are committed in groups.
/// Thread-safe.
/// </summary>
internal sealed class Writer
{
    /// <summary>Counts commits. Read before a snapshot is taken, it tells whether the snapshot is still the newest.</summary>
    public long CommitCount => throw new NotImplementedException();

    /// <summary>Called after every commit that may have logged changes, outside the lock, before the callers continue.</summary>
    public Action? Committed { get; set; }

    /// <summary>Runs the command in a transaction; complete when it is durable.</summary>
    public ValueTask<TResult> RunAsync<TCommand, TResult>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
        => throw new NotImplementedException();
}
