using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HiveGen.Adapters.MongoDb;

namespace HiveGen.Tests;

/// <summary>A server that answers what a test says, byte by byte where it wants to.</summary>
internal sealed class FakeMongo : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private int closed;

    public FakeMongo()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The commands that came, by name.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Whether it says that it is the primary.</summary>
    public bool IsPrimary { get; set; } = true;

    /// <summary>Whether it closes a connection after its first answer to a command.</summary>
    public bool ClosesAfterAnswer { get; init; }

    /// <summary>Whether it says nothing at all.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether it knows <c>hello</c>, or its former name alone.</summary>
    public bool KnowsHello { get; init; } = true;

    /// <summary>What it speaks.</summary>
    public int WireVersion { get; init; } = 21;

    /// <summary>The servers of its set that it tells of.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>What it says in a log-in to what was said to it, and whether that ends it.</summary>
    public Func<string, (string Payload, bool Done)> LogIn { get; init; } = static _ => ("", true);

    /// <summary>How many connections their clients have closed.</summary>
    public int Closed => Volatile.Read(ref closed);

    /// <summary>Whom a secondary takes for the primary.</summary>
    public string? Primary { get; set; }

    /// <summary>The answer to a command other than hello: the whole message by its request id. Null closes the connection.</summary>
    public Func<string, int, byte[]?> Answer { get; set; } = static (_, id) => Message(id, Ok());

    public string Url => $"mongodb://127.0.0.1:{Port}/app";

    public static byte[] Ok(Action<BsonWriter>? more = null)
    {
        BsonWriter w = new();
        w.Begin();
        more?.Invoke(w);
        w.Int32("ok"u8, 1);
        w.End();
        return w.Written.ToArray();
    }

    public static byte[] Failure(int code)
    {
        BsonWriter w = new();
        w.Begin();
        w.Int32("ok"u8, 0);
        w.Int32("code"u8, code);
        w.Text("errmsg"u8, "no");
        w.End();
        return w.Written.ToArray();
    }

    /// <summary>A message as a server sends it.</summary>
    public static byte[] Message(int answered, byte[] body, uint flags = 0, byte kind = 0, int opcode = 2013)
    {
        byte[] message = new byte[21 + body.Length + ((flags & 1) != 0 ? 4 : 0)];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), answered);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), opcode);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(16), flags);
        message[20] = kind;
        body.CopyTo(message, 21);
        if ((flags & 1) != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(message.Length - 4), OpMessage.Checksum(message.AsSpan(0, message.Length - 4)));
        }

        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            TcpClient client = await listener.AcceptTcpClientAsync(end.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            byte[] header = new byte[16];
            while (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, end.Token) == header.Length)
            {
                if (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)) != 2013)
                {
                    return; // TLS, to which it does not listen
                }

                byte[] rest = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - header.Length];
                await stream.ReadExactlyAsync(rest, end.Token);
                int id = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
                if (Reply(rest.AsSpan(5), id) is not { } reply)
                {
                    return;
                }

                await stream.WriteAsync(reply, end.Token);
                if (ClosesAfterAnswer && Commands[^1] != "hello")
                {
                    return;
                }
            }

            Interlocked.Increment(ref closed);
        }
    }

    private byte[]? Reply(ReadOnlySpan<byte> body, int id)
    {
        BsonReader reader = new(body);
        reader.Read();
        string name = Encoding.UTF8.GetString(reader.Name);
        lock (Commands)
        {
            Commands.Add(name);
        }

        if (name is "saslStart" or "saslContinue")
        {
            (string payload, bool done) = LogIn(BsonReader.TryFind(body, "payload"u8, out BsonValue said) ? Encoding.UTF8.GetString(said.Binary) : "");
            return Message(id, Ok(w =>
            {
                w.Int32("conversationId"u8, 1);
                w.Bool("done"u8, done);
                w.Binary("payload"u8, Encoding.UTF8.GetBytes(payload));
            }));
        }

        return Hangs ? [] : name == "hello" && !KnowsHello ? Message(id, Failure(59)) : name is "hello" or "isMaster" ? Message(id, Ok(w =>
        {
            w.Bool(name == "hello" ? "isWritablePrimary"u8 : "ismaster"u8, IsPrimary);
            w.Int32("maxWireVersion"u8, WireVersion);
            if (Hosts.Count > 0)
            {
                w.BeginArray("hosts"u8);
                foreach (string host in Hosts)
                {
                    w.Text(default, host);
                }

                w.End();
            }

            if (Primary is not null)
            {
                w.Text("setName"u8, "rs0"u8);
                w.Text("primary"u8, Primary);
            }
        })) : Answer(name, id);
    }
}
