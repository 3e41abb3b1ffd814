using System.Diagnostics;
using System.Runtime.CompilerServices;
using HiveGen.Telemetry;

namespace HiveGen.Storage;

/// <summary>
/// The one writer of a Hive: uncontended callers run inline under its lock, contended ones queue and are committed in groups.
/// Thread-safe.
/// </summary>
internal sealed class Writer
{
    private readonly Lock gate = new();
    private readonly WriteQueue queue = new();
    private readonly WriteGroup group;
    private readonly HiveConnection connection;
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CommitCounter commits;
    private readonly StorageMetrics metrics;
    private readonly CommitTraces traces;
    private bool closed;

    public Writer(HiveConnection connection, Checkpointer checkpointer, CommitCounter commits, HiveTelemetry telemetry)
    {
        this.connection = connection;
        this.commits = commits;
        metrics = telemetry.Storage;
        traces = telemetry.Traces;
        group = new WriteGroup(connection, commits, checkpointer, metrics);
        new Thread(Work) { IsBackground = true, Name = "HiveGen writer" }.Start();
    }

    /// <summary>Counts commits. Read before a snapshot is taken, it tells whether the snapshot is still the newest.</summary>
    public long CommitCount => commits.Value;

    /// <summary>How many writes wait for the writer's thread.</summary>
    public int QueueLength => queue.Count;

    /// <summary>Called after every commit, outside the lock, before the callers continue. It must be quick and must not throw.</summary>
    public Action? Committed { get; set; }

    /// <summary>Runs the command in a transaction; complete when it is durable.</summary>
    /// <exception cref="InvalidOperationException">Called from a command that is executing: it would wait for itself.</exception>
    /// <exception cref="ObjectDisposedException">The Hive is closed.</exception>
    public ValueTask<TResult> RunAsync<TCommand, TResult>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
        => HiveActivities.Source.HasListeners() && default(TCommand) is ITracedCommand
            ? RunTracedAsync<TCommand, TResult>(command, cancellationToken)
            : RunUntracedAsync<TCommand, TResult>(command, cancellationToken);

    /// <summary>Refuses new commands, and executes those that were accepted.</summary>
    public async ValueTask CloseAsync()
    {
        queue.Close();
        await drained.Task.ConfigureAwait(false);
        lock (gate)
        {
            closed = true;
        }
    }

    private async ValueTask<TResult> RunTracedAsync<TCommand, TResult>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
    {
        using Activity? activity = HiveActivities.Commit((ITracedCommand)command);
        if ((activity ?? Activity.Current) is not { Recorded: true } traced)
        {
            return await RunUntracedAsync<TCommand, TResult>(command, cancellationToken).ConfigureAwait(false);
        }

        CommitTrace trace = new(traces, traced.Context);
        try
        {
            return await (default(TCommand) is IExclusiveCommand
                ? RunUntracedAsync<TracedAloneCommand<TCommand, TResult>, TResult>(new(command, trace), cancellationToken)
                : RunUntracedAsync<TracedCommand<TCommand, TResult>, TResult>(new(command, trace), cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            traces.Remove(trace);
            activity.Fail(failure);
            throw;
        }
    }

    private ValueTask<TResult> RunUntracedAsync<TCommand, TResult>(TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResult>(cancellationToken);
        }

        if (gate.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("A write was started from inside a write, for which it would wait for ever. Put both into one batch, or start it after the first has returned.");
        }

        if (queue.IsBusy || !gate.TryEnter())
        {
            return Enqueue<TCommand, TResult>(command, cancellationToken);
        }

        TResult result = default!;
        Exception? failure = null;
        try
        {
            ObjectDisposedException.ThrowIf(closed, typeof(HiveEngine));
            result = RunAlone<TCommand, TResult>(ref command);
        }
        catch (Exception error)
        {
            failure = error;
        }
        finally
        {
            gate.Exit();
        }

        // The user's own SQL may have committed before it failed.
        if (failure is null || default(TCommand) is IExclusiveCommand)
        {
            Committed?.Invoke();
        }

        return failure is null ? new ValueTask<TResult>(result) : ValueTask.FromException<TResult>(failure);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TResult RunAlone<TCommand, TResult>(ref TCommand command)
        where TCommand : struct, IWriteCommand<TResult>
    {
        long begun = metrics.Begin();
        TResult result;
        try
        {
            result = LoneWrite.Run<TCommand, TResult>(connection, ref command);
        }
        catch (Exception error)
        {
            Exception reported = group.Undo(error);
            if (ReferenceEquals(reported, error))
            {
                throw;
            }

            throw reported;
        }

        group.CountCommit(begun, 1);
        return result;
    }

    private ValueTask<TResult> Enqueue<TCommand, TResult>(in TCommand command, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
    {
        WriteRequest<TCommand, TResult> request = WriteRequest<TCommand, TResult>.Rent(command);
        ValueTask<TResult> task = request.Task;
        try
        {
            request.Watch(cancellationToken);
            Task? room = queue.Add(request);
            return room is null ? task : AddLater(request, room, cancellationToken);
        }
        catch (ObjectDisposedException error)
        {
            // It never came into the queue: no longer watch the token for it.
            request.TryClaim();
            return ValueTask.FromException<TResult>(error);
        }
    }

    private async ValueTask<TResult> AddLater<TCommand, TResult>(WriteRequest<TCommand, TResult> request, Task? room, CancellationToken cancellationToken)
        where TCommand : struct, IWriteCommand<TResult>
    {
        try
        {
            while (room is not null)
            {
                await room.WaitAsync(cancellationToken).ConfigureAwait(false);
                room = queue.Add(request);
            }
        }
        catch
        {
            // It never came into the queue: no longer watch the token for it.
            request.TryClaim();
            throw;
        }

        return await request.Task.ConfigureAwait(false);
    }

    private void Work()
    {
        for (int released = 0; queue.Wait(released);)
        {
            released = 0;
            do
            {
                released += RunNext();
            }
            while (!group.IsEmpty);
        }

        drained.SetResult();
    }

    /// <summary>One transaction of what waits. Gives how many callers it released.</summary>
    private int RunNext()
    {
        bool committed;
        lock (gate)
        {
            long before = commits.Value;
            if (group.IsEmpty)
            {
                // Only now, so that the group has everybody who came while another held the lock.
                group.Take(queue);
            }

            group.RunNext();
            committed = commits.Value != before;
        }

        if (committed)
        {
            Committed?.Invoke();
        }

        return group.Release();
    }
}
