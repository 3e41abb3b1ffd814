using System.Net.Sockets;
using System.Text;
using HiveGen.Targets;

namespace HiveGen.AspNetCore.Tests.Router;

public sealed class Raw_requests
{
    private const string Body = """{"model":"users","operation":"create","data":{"email":"a@x"},"recordId":"u"}""";

    [Fact]
    public async Task A_body_that_breaks_off_its_chunks_is_a_400()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        string answer = await SendAsync(app, $"POST /sync HTTP/1.1\r\nHost: x\r\nX-Sync-Secret: {RouterApp.Secret}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{{\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Empty(app.Target.Batches);
    }

    [Fact]
    public async Task A_chunked_body_without_an_end_is_refused_at_the_limit()
    {
        await using RouterApp app = await RouterApp.StartAsync(["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:MaxBodyBytes=1024"]);
        string answer = await SendAsync(app, $"POST /sync HTTP/1.1\r\nHost: x\r\nX-Sync-Secret: {RouterApp.Secret}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{2000:X}\r\n{new string(' ', 2000)}\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_longer_than_the_server_allows_is_a_413()
    {
        await using RouterApp app = await RouterApp.StartAsync(
            ["SYNC_SECRET=" + RouterApp.Secret, "HiveSync:MaxBodyBytes=1048576"],
            build: static builder => Microsoft.AspNetCore.Hosting.WebHostBuilderKestrelExtensions.ConfigureKestrel(builder.WebHost, static kestrel => kestrel.Limits.MaxRequestBodySize = 2000));
        foreach (string path in new[] { "/sync", "/sync/cursor" })
        {
            (await app.PostAsync(path, new string(' ', 3000), change: static r => r.Headers.TransferEncodingChunked = true)).Refuses(413, "server allows");
        }
    }

    [Fact]
    public async Task A_caller_that_hangs_up_ends_the_send()
    {
        await using RouterApp app = await RouterApp.StartAsync();
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Target.Before = async (_, cancellation) =>
        {
            reached.SetResult();
            using CancellationTokenRegistration registration = cancellation.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            return (IReadOnlyList<ItemOutcome>?)null;
        };
        using (CancellationTokenSource hangUp = new())
        {
            using StringContent content = new(Body, Encoding.UTF8, "application/json");
            using HttpRequestMessage request = new(HttpMethod.Post, "/sync") { Content = content };
            request.Headers.Add("X-Sync-Secret", RouterApp.Secret);
            Task<HttpResponseMessage> sent = app.Client.SendAsync(request, hangUp.Token);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.DoesNotContain(app.Log.Lines, static line => line.Contains("took nothing", StringComparison.Ordinal));
    }

    private static async Task<string> SendAsync(RouterApp app, string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        byte[] buffer = new byte[4096];
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, limit.Token));
    }
}
