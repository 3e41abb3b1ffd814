namespace HiveGen.Storage;

/// <summary>A command that waits in the writer's queue.</summary>
internal abstract class WriteRequest
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int Canceled = 2;

    private int state;
    private CancellationToken cancellation;
    private CancellationTokenRegistration registration;

    /// <summary>Why it failed; null while it has not.</summary>
    public Exception? Error { get; set; }

    public abstract bool SingleStatement { get; }

    public abstract bool IsExclusive { get; }

    protected bool WasCanceled => Volatile.Read(ref state) == Canceled;

    /// <summary>Executes the command and keeps its result.</summary>
    public abstract void Execute(HiveConnection connection);

    /// <summary>The same in a transaction of its own.</summary>
    public abstract void ExecuteAlone(HiveConnection connection);

    /// <summary>Takes the request for execution: from then on it cannot be cancelled. False if it already was.</summary>
    public bool TryClaim()
    {
        if (Interlocked.CompareExchange(ref state, Claimed, Waiting) != Waiting)
        {
            return false;
        }

        // Waits for a callback that is running just now, which finds the request claimed.
        registration.Dispose();
        return true;
    }

    /// <summary>Releases the caller with the result or the error. The request may be in use again at once: leave it alone after this.</summary>
    public void Complete()
    {
        if (Error is { } error)
        {
            SetException(error);
        }
        else
        {
            SetResult();
        }
    }

    /// <summary>From now on, until it is claimed, the token cancels the request.</summary>
    public void Watch(CancellationToken cancellationToken)
    {
        cancellation = cancellationToken;
        registration = cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static request => ((WriteRequest)request!).Cancel(), this)
            : default;
    }

    protected void Renew()
    {
        state = Waiting;
        Error = null;
    }

    protected abstract void SetResult();

    protected abstract void SetException(Exception error);

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref state, Canceled, Waiting) == Waiting)
        {
            SetException(new OperationCanceledException(cancellation));
        }
    }
}
