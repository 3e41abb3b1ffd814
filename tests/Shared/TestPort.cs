using System.Net;
using System.Net.Sockets;

namespace HiveGen.Tests;

/// <summary>A port of this machine that no other server gets while its own is away; who connects then is refused.</summary>
internal sealed class TestPort : IDisposable
{
    private Socket? held;

    public TestPort()
    {
        held = Bind(0);
        Number = ((IPEndPoint)held.LocalEndPoint!).Port;
    }

    public int Number { get; }

    /// <summary>Lets the server have it.</summary>
    public void Release() => Dispose();

    /// <summary>Holds it again, when the server is gone.</summary>
    public void Hold() => held ??= Bind(Number);

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }

    // It never listens.
    private static Socket Bind(int port)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }
}
