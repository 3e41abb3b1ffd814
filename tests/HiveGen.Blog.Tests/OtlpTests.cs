using System.Net.Http.Json;
using HiveGen.Blog.Tests.Support;
using Xunit;

namespace HiveGen.Blog.Tests;

public sealed class OtlpTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Metrics_and_spans_of_HiveGen_arrive_where_the_endpoint_says()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await using (BlogServer blog = await BlogServer.StartAsync(folder, "--OTEL_EXPORTER_OTLP_ENDPOINT=" + receiver.Url))
        {
            using HttpResponseMessage added = await blog.Client.PostAsJsonAsync("/accounts", new { email = "ada@example.com", name = "Ada", handle = "ada", password = "correct horse" });
            added.EnsureSuccessStatusCode();
            await blog.Service<Hive>().Sync.WhenIdleAsync();
        }

        Assert.Contains("HiveGen/hive.commit", receiver.Spans.Keys);
        Assert.Contains("HiveGen/hive.send", receiver.Spans.Keys);
        Assert.Contains(receiver.Spans.Keys, static span => span.StartsWith("Microsoft.AspNetCore/", StringComparison.Ordinal));
        Assert.Contains("HiveGen/hive.sync.sent", receiver.Metrics.Keys);
        Assert.Contains("HiveGen/hive.sync.end_to_end.duration", receiver.Metrics.Keys);
        Assert.Contains("HiveGen/hive.storage.commit.duration", receiver.Metrics.Keys);
    }

    public void Dispose() => folder.Dispose();
}
