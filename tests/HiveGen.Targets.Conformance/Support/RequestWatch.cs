using System.Net.Sockets;

namespace HiveGen.Targets.Conformance;

/// <summary>Runs something before each request of a target over HTTP: every request gets a connection of its own.</summary>
public static class RequestWatch
{
    /// <summary>For the <c>Handler</c> of the target's options.</summary>
    public static Action<SocketsHttpHandler> Of(Func<Task> beforeRequest) => handler =>
    {
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            await beforeRequest();
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
    };
}
