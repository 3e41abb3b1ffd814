using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace HiveGen.Storage;

/// <summary>A waiting command of one type; pooled, so that a contended write allocates nothing either.</summary>
internal sealed class WriteRequest<TCommand, TResult> : WriteRequest, IValueTaskSource<TResult>
    where TCommand : struct, IWriteCommand<TResult>
{
    private const int LargestPool = 1024;

    private static readonly ConcurrentQueue<WriteRequest<TCommand, TResult>> Pool = new();

    private ManualResetValueTaskSourceCore<TResult> source = new() { RunContinuationsAsynchronously = true };
    private TCommand command;
    private TResult? result;

    public override bool SingleStatement => command.SingleStatement;

    public override bool IsExclusive => default(TCommand) is IExclusiveCommand;

    public ValueTask<TResult> Task => new(this, source.Version);

    public static WriteRequest<TCommand, TResult> Rent(in TCommand command)
    {
        if (!Pool.TryDequeue(out WriteRequest<TCommand, TResult>? request))
        {
            request = new WriteRequest<TCommand, TResult>();
        }

        request.command = command;
        request.Renew();
        return request;
    }

    public override void Execute(HiveConnection connection) => result = command.Execute(connection);

    public override void ExecuteAlone(HiveConnection connection) => result = LoneWrite.Run<TCommand, TResult>(connection, ref command);

    public TResult GetResult(short token)
    {
        // Given back only by the one who awaits it rightly: otherwise somebody else would lose the request that is his now.
        if (token != source.Version || source.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException("A write is awaited once, and its result is not read before it has ended: await it, or keep AsTask() of it.");
        }

        try
        {
            return source.GetResult(token);
        }
        finally
        {
            Return();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => source.OnCompleted(continuation, state, token, flags);

    protected override void SetResult() => source.SetResult(result!);

    protected override void SetException(Exception error) => source.SetException(error);

    private void Return()
    {
        command = default;
        result = default;

        // A cancelled request still lies in the queue, so it cannot be used again.
        if (!WasCanceled && Pool.Count < LargestPool)
        {
            source.Reset();
            Pool.Enqueue(this);
        }
    }
}
