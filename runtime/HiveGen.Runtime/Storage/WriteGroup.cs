using System.Runtime.InteropServices;
using HiveGen.Storage.Native;
using HiveGen.Telemetry;

namespace HiveGen.Storage;

/// <summary>
/// Executes queued commands, many in one transaction. A failing command undoes itself alone; where SQLite undid everything, the
/// innocent are run again, each in a transaction of its own.
/// </summary>
internal sealed class WriteGroup(HiveConnection connection, CommitCounter commits, Checkpointer checkpointer, StorageMetrics metrics)
{
    /// <summary>The most commands of one transaction: it bounds how long the first of them waits.</summary>
    public const int Largest = 512;

    private readonly List<WriteRequest> claimed = new(WriteQueue.Capacity);

    /// <summary>Commits the transaction of a command, if the command left it open.</summary>
    /// <exception cref="HiveException">The command ended the transaction itself.</exception>
    public static void Commit(HiveConnection connection)
    {
        if (connection.HasRunning)
        {
            connection.EndRunning();
        }

        if (connection.AutoCommit)
        {
            throw new HiveException("A write ended the transaction in which it ran. Leave out COMMIT and ROLLBACK: it is committed when the code returns, and undone when it throws.");
        }

        connection.Run(Transaction.Commit);
    }

    /// <summary>Ends what a command of one statement left standing on a row, which commits it.</summary>
    public static void EndStatement(HiveConnection connection)
    {
        if (!connection.HasRunning)
        {
            return;
        }

        int code = connection.EndRunning();
        if (code != ResultCode.Ok)
        {
            throw StorageErrors.Last(connection.Handle, code);
        }
    }

    /// <summary>Tells readers and the checkpointer that something was committed.</summary>
    /// <param name="begun">What <see cref="StorageMetrics.Begin"/> gave before the transaction.</param>
    /// <param name="writes">The writes in it.</param>
    public void CountCommit(long begun, int writes)
    {
        metrics.Committed(connection, begun, writes);
        commits.Add();
        checkpointer.AfterCommit();
    }

    /// <summary>Undoes a failed command. Gives the error to report.</summary>
    public Exception Undo(Exception error)
    {
        // A command may have committed before it failed, so readers must not trust an older snapshot.
        commits.Add();
        return Transaction.Undo(connection, error);
    }

    /// <summary>Executes the requests and keeps their results; their callers still wait.</summary>
    public void Run(List<WriteRequest> requests)
    {
        claimed.Clear();
        foreach (WriteRequest request in requests)
        {
            if (request.TryClaim())
            {
                claimed.Add(request);
            }
        }

        ReadOnlySpan<WriteRequest> rest = CollectionsMarshal.AsSpan(claimed);
        while (rest.Length > 0)
        {
            int length = SharedLength(rest);
            if (length <= 1)
            {
                RunAlone(rest[0]);
                rest = rest[1..];
            }
            else
            {
                RunTogether(rest[..length]);
                rest = rest[length..];
            }
        }
    }

    /// <summary>Lets the callers of these requests continue.</summary>
    public void Release(List<WriteRequest> requests)
    {
        requests.Clear();
        foreach (WriteRequest request in claimed)
        {
            request.Complete();
        }

        claimed.Clear();
    }

    private static int SharedLength(ReadOnlySpan<WriteRequest> requests)
    {
        int length = 0;
        while (length < requests.Length && length < Largest && !requests[length].IsExclusive)
        {
            length++;
        }

        return length;
    }

    private void RunAlone(WriteRequest request)
    {
        long begun = metrics.Begin();
        try
        {
            request.Error = null;
            if (request.SingleStatement)
            {
                request.Execute(connection);
                EndStatement(connection);
            }
            else
            {
                connection.Run(Transaction.BeginImmediate);
                request.Execute(connection);
                Commit(connection);
            }

            CountCommit(begun, 1);
        }
        catch (Exception error)
        {
            request.Error = Undo(error);
        }
    }

    private void RunTogether(ReadOnlySpan<WriteRequest> requests)
    {
        long begun = metrics.Begin();
        try
        {
            connection.Run(Transaction.BeginImmediate);
            for (int i = 0; i < requests.Length; i++)
            {
                if (!TryExecute(requests[i]))
                {
                    RunInnocent(requests, i);
                    return;
                }
            }

            connection.EndRunning();
            connection.Run(Transaction.Commit);
            CountCommit(begun, requests.Length);
        }
        catch (Exception error)
        {
            Exception reported = Undo(error);
            foreach (WriteRequest request in requests)
            {
                request.Error ??= reported;
            }
        }
    }

    /// <summary>Executes one command of the group. False when SQLite undid the whole transaction with it.</summary>
    private bool TryExecute(WriteRequest request)
    {
        bool several = !request.SingleStatement;
        if (several)
        {
            connection.Run(Transaction.Savepoint);
        }

        try
        {
            request.Execute(connection);
            if (several)
            {
                connection.Run(Transaction.Release);
            }

            return true;
        }
        catch (Exception error)
        {
            request.Error = error;
            connection.EndRunning();
            if (connection.AutoCommit)
            {
                return false;
            }

            if (several)
            {
                connection.Run(Transaction.RollbackToSavepoint);
                connection.Run(Transaction.Release);
            }

            return true;
        }
    }

    private void RunInnocent(ReadOnlySpan<WriteRequest> requests, int guilty)
    {
        for (int i = 0; i < requests.Length; i++)
        {
            // Those that failed before, by their own fault, keep their errors.
            if (i > guilty || (i < guilty && requests[i].Error is null))
            {
                RunAlone(requests[i]);
            }
        }
    }
}
