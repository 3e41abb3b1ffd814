using System.Runtime.InteropServices;
using HiveGen.Telemetry;

namespace HiveGen.Storage;

/// <summary>
/// Executes queued commands, many in one transaction: first all or nothing, and if something failed each guarded from the others.
/// A failing command undoes itself alone; where SQLite undid everything, the innocent are run again, each in a transaction of its own.
/// </summary>
internal sealed class WriteGroup(HiveConnection connection, CommitCounter commits, Checkpointer checkpointer, StorageMetrics metrics)
{
    /// <summary>The most commands of one transaction: it bounds how long the first of them waits.</summary>
    public const int Largest = 512;

    /// <summary>How many groups are guarded at once after one in which something failed.</summary>
    private const int GuardedAfterError = 16;

    /// <summary>What was taken from the queue: the first <see cref="done"/> have their results, the next <see cref="executed"/> wait for them.</summary>
    private readonly List<WriteRequest> claimed = new(WriteQueue.Capacity);

    private int done;
    private int executed;
    private int guarded;

    /// <summary>Tells readers and the checkpointer that something was committed.</summary>
    /// <param name="begun">What <see cref="StorageMetrics.Begin"/> gave before the transaction.</param>
    /// <param name="writes">The writes in it.</param>
    public void CountCommit(long begun, int writes)
    {
        commits.Add();
        metrics.Committed(connection, begun, writes);
        checkpointer.AfterCommit();
    }

    /// <summary>Undoes a failed command. Gives the error to report.</summary>
    public Exception Undo(Exception error)
    {
        // A command may have committed before it failed, so readers must not trust an older snapshot.
        commits.Add();
        return Transaction.Undo(connection, error);
    }

    /// <summary>Whether everything that was taken has been executed.</summary>
    public bool IsEmpty => done == claimed.Count;

    /// <summary>Takes what waits, those that were cancelled aside.</summary>
    public void Take(WriteQueue queue)
    {
        List<WriteRequest> requests = queue.Take();
        foreach (WriteRequest request in requests)
        {
            if (request.TryClaim())
            {
                claimed.Add(request);
            }
        }

        requests.Clear();
    }

    /// <summary>Executes the next of what was taken, as much as goes into one transaction, and keeps the results; the callers still wait.</summary>
    public void RunNext()
    {
        ReadOnlySpan<WriteRequest> rest = CollectionsMarshal.AsSpan(claimed)[done..];
        int length = SharedLength(rest);
        if (length > 1)
        {
            RunTogether(rest[..length]);
        }
        else if (rest.Length > 0)
        {
            length = 1;
            RunAlone(rest[0]);
        }

        executed = length;
    }

    /// <summary>Lets the callers of the transaction that was executed last continue. Gives their number.</summary>
    public int Release()
    {
        foreach (WriteRequest request in CollectionsMarshal.AsSpan(claimed).Slice(done, executed))
        {
            request.Complete();
        }

        int released = executed;
        done += released;
        executed = 0;
        if (IsEmpty)
        {
            claimed.Clear();
            done = 0;
        }

        return released;
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
            request.ExecuteAlone(connection);
        }
        catch (Exception error)
        {
            request.Error = Undo(error);
            return;
        }

        CountCommit(begun, 1);
    }

    /// <summary>
    /// First all or nothing: no savepoints, no statement journals. If that fails, once more and each guarded from the others; then
    /// the next groups are guarded at once, as errors seldom come alone.
    /// </summary>
    private void RunTogether(ReadOnlySpan<WriteRequest> requests)
    {
        long begun = metrics.Begin();
        if (guarded == 0 && TryAllOrNothing(requests))
        {
            CountCommit(begun, requests.Length);
            return;
        }

        guarded = guarded == 0 ? GuardedAfterError : guarded - 1;
        RunGuarded(requests);
    }

    private bool TryAllOrNothing(ReadOnlySpan<WriteRequest> requests)
    {
        connection.AllOrNothing = true;
        try
        {
            connection.Run(Transaction.BeginImmediate);
            foreach (WriteRequest request in requests)
            {
                request.Execute(connection);
            }

            connection.EndRunning();
            connection.Run(Transaction.Commit);
            return true;
        }
        catch (Exception error)
        {
            // Who is to blame, and for what, comes out when they are run again.
            Undo(error);
            return false;
        }
        finally
        {
            connection.AllOrNothing = false;
        }
    }

    private void RunGuarded(ReadOnlySpan<WriteRequest> requests)
    {
        long begun = metrics.Begin();
        try
        {
            connection.Run(Transaction.BeginImmediate);
        }
        catch (HiveStorageException error)
        {
            Exception reported = Undo(error);
            foreach (WriteRequest request in requests)
            {
                request.Error = reported;
            }

            return;
        }

        try
        {
            foreach (WriteRequest request in requests)
            {
                if (!TryExecute(request))
                {
                    RunInnocent(requests, request);
                    return;
                }
            }

            connection.EndRunning();
            connection.Run(Transaction.Commit);
        }
        catch (Exception error)
        {
            // Nobody knows whose fault it is, so each hears of its own.
            Undo(error);
            RunInnocent(requests, guilty: null);
            return;
        }

        CountCommit(begun, requests.Length);
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

    private void RunInnocent(ReadOnlySpan<WriteRequest> requests, WriteRequest? guilty)
    {
        foreach (WriteRequest request in requests)
        {
            // Those that failed by their own fault keep their errors.
            if (request != guilty && request.Error is null)
            {
                RunAlone(request);
            }
        }
    }
}
