using System.Net;
using System.Net.Sockets;
using System.Text;
using HiveGen.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Hostile.Tests;

/// <summary>Against a real Kestrel, by raw sockets.</summary>
public sealed class Hostile_connections
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";
    private const string Head = "POST /sync HTTP/1.1\r\nHost: x\r\nX-Sync-Secret: " + Attempt.Secret + "\r\nContent-Type: application/json\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_thousand_connections_that_stand_still_or_dribble_do_not_stop_honest_requests()
    {
        const int Honest = 50;
        RecordingTarget target = new();
        await using WebApplication app = await HostileApp.StartAsync(target, null, static builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        Uri address = AddressOf(app);
        List<Socket> hanging = [];
        try
        {
            for (int i = 0; i < 1000; i++)
            {
                Socket socket = await ConnectAsync(address);
                hanging.Add(socket);
                string start = (i % 4) switch
                {
                    0 => "",
                    1 => "POST /sync HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                    2 => Head + "Content-Length: 1000000\r\n\r\n{\"model\":",
                    _ => Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"mod",
                };
                await socket.SendAsync(Encoding.ASCII.GetBytes(start));
            }

            using HttpClient client = new() { BaseAddress = address, Timeout = Patience };
            for (int i = 0; i < Honest; i++)
            {
                Socket slow = hanging[i * 20 + 1];
                await SendIfOpenAsync(slow, "x"); // one more byte of a header, as the slow do
                using HttpRequestMessage request = new(HttpMethod.Post, "/sync") { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
                request.Headers.Add("X-Sync-Secret", Attempt.Secret);
                using HttpResponseMessage response = await client.SendAsync(request);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            Assert.Equal(Honest, target.Total);
        }
        finally
        {
            hanging.ForEach(static socket => socket.Dispose());
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n{\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n-1\r\n{\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"mod\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1\r\n{XX\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: 9999999999\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 100\r\n\r\n{}")]
    [InlineData("Bad Header: 1\r\n\r\n")]
    [InlineData("\r\n")]
    public async Task A_request_that_is_broken_as_HTTP_is_refused_and_nothing_is_written(string rest)
    {
        RecordingTarget target = new();
        await using WebApplication app = await HostileApp.StartAsync(target, null, static builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        using Socket socket = await ConnectAsync(AddressOf(app));
        await socket.SendAsync(Encoding.ASCII.GetBytes(Head + rest));
        socket.Shutdown(SocketShutdown.Send);
        string answer = await ReadAsync(socket);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
        Assert.Equal(0, target.Total);
    }

    [Fact]
    public async Task A_chunked_body_in_single_bytes_with_extensions_is_as_good_as_any()
    {
        RecordingTarget target = new();
        await using WebApplication app = await HostileApp.StartAsync(target, null, static builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        using Socket socket = await ConnectAsync(AddressOf(app));
        await socket.SendAsync(Encoding.ASCII.GetBytes(Head + "Transfer-Encoding: chunked\r\n\r\n" + string.Concat(Body.Select(static c => $"1;a=b\r\n{c}\r\n")) + "0\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 200", await ReadAsync(socket, "syncedAt"), StringComparison.Ordinal);
        SyncItem item = Assert.Single(target.Take());
        Assert.Equal("u", item.RecordId);
    }

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<Socket> ConnectAsync(Uri address)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using CancellationTokenSource limit = new(Patience);
        await socket.ConnectAsync(address.Host, address.Port, limit.Token);
        return socket;
    }

    private static async Task SendIfOpenAsync(Socket socket, string text)
    {
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(text));
        }
        catch (SocketException)
        {
            // The server may have had enough of it.
        }
    }

    private static async Task<string> ReadAsync(Socket socket, string? until = null)
    {
        StringBuilder answer = new();
        byte[] buffer = new byte[4096];
        using CancellationTokenSource limit = new(Patience);
        try
        {
            while (await socket.ReceiveAsync(buffer, limit.Token) is > 0 and int read)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
                if (until is not null && answer.ToString().Contains(until, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (SocketException)
        {
            // Reset by the server: it is done with this connection.
        }

        return answer.ToString();
    }
}
