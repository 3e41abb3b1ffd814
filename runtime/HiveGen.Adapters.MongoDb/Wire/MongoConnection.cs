using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;

namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// One connection to a server: a command, then its answer. After any failure it is of no use, for an answer may still be on its
/// way. One user at a time.
/// </summary>
internal sealed class MongoConnection : IDisposable
{
    private const int FirstRead = 64 * 1024;

    private readonly Socket socket;
    private readonly Stream stream;
    private int request;

    private MongoConnection(MongoHost host, Socket socket, Stream stream)
    {
        Host = host;
        this.socket = socket;
        this.stream = stream;
    }

    /// <summary>The server.</summary>
    public MongoHost Host { get; }

    /// <summary>When it was given back last.</summary>
    public long IdleSince { get; set; }

    /// <summary>Which state of the servers it was made in.</summary>
    public int Generation { get; init; }

    /// <summary>Whether the other side has closed it, or says something that nobody asked for.</summary>
    public bool IsStale => !socket.Connected || socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Connects, encrypted where the settings say so.</summary>
    /// <exception cref="IOException">The server is not there.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">Its certificate is not trusted.</exception>
    public static async ValueTask<MongoConnection> OpenAsync(MongoHost host, MongoSettings settings, int generation, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host.Name, host.Port, cancellationToken).ConfigureAwait(false);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (settings.Encrypts(host))
            {
                SslStream tls = new(stream);
                await tls.AuthenticateAsClientAsync(MongoTls.Options(settings, host), cancellationToken).ConfigureAwait(false);
                stream = tls;
            }

            return new MongoConnection(host, socket, stream) { Generation = generation };
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException(e.Message, e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command and reads its answer.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">What came is no answer.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        int id = ++request;
        await WriteAsync(id, command, cancellationToken).ConfigureAwait(false);
        byte[] header = new byte[OpMessage.HeaderSize];
        await stream.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
        int length = OpMessage.ReadHeader(header, id);
        // What a server announces is believed only as far as it comes.
        byte[] message = new byte[Math.Min(length, FirstRead)];
        header.CopyTo(message, 0);
        for (int read = header.Length; read < length;)
        {
            if (read == message.Length)
            {
                Array.Resize(ref message, (int)Math.Min(length, (long)message.Length * 2));
            }

            int count = await stream.ReadAsync(message.AsMemory(read), cancellationToken).ConfigureAwait(false);
            read += count > 0 ? count : throw new EndOfStreamException("The server closed the connection in the middle of an answer.");
        }

        return OpMessage.Body(message);
    }

    public void Dispose() => stream.Dispose();

    // In one piece: two would be two packets.
    private async ValueTask WriteAsync(int id, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        int length = OpMessage.FrameSize + command.Length;
        byte[] message = ArrayPool<byte>.Shared.Rent(length);
        OpMessage.WriteFrame(message.AsSpan(0, OpMessage.FrameSize), id, command.Length);
        command.CopyTo(message.AsMemory(OpMessage.FrameSize));
        await stream.WriteAsync(message.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        // Not after a failure: the connection may still read from it.
        ArrayPool<byte>.Shared.Return(message);
    }
}
