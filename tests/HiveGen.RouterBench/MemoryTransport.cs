using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace HiveGen.RouterBench;

/// <summary>
/// Connections of Kestrel without sockets: whoever writes a request into one runs the server with that very call, and finds the
/// answer when it returns. So the system calls, which cost more than the rest, stay out of the measurement, and every other thread too.
/// </summary>
internal sealed class MemoryTransport : IConnectionListenerFactory, IConnectionListener
{
    private static readonly PipeOptions Inline = new(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private readonly Channel<ConnectionContext> accepted = Channel.CreateUnbounded<ConnectionContext>();

    public EndPoint EndPoint { get; private set; } = new IPEndPoint(IPAddress.Loopback, 0);

    /// <summary>A new connection; the caller's end of it.</summary>
    public IDuplexPipe Connect()
    {
        Pipe requests = new(Inline), answers = new(Inline);
        DefaultConnectionContext connection = new(Guid.NewGuid().ToString(), new Ends(requests.Reader, answers.Writer), new Ends(answers.Reader, requests.Writer))
        {
            RemoteEndPoint = EndPoint,
            LocalEndPoint = EndPoint,
        };
        accepted.Writer.TryWrite(connection);
        return connection.Application!;
    }

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        EndPoint = endpoint;
        return new(this);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        => await accepted.Reader.WaitToReadAsync(cancellationToken) && accepted.Reader.TryRead(out ConnectionContext? connection) ? connection : null;

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        accepted.Writer.TryComplete();
        return default;
    }

    public ValueTask DisposeAsync() => UnbindAsync();

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
