using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace HiveGen.Blog.Tests.Support;

/// <summary>Takes OTLP over HTTP (protobuf), and keeps the names of what came, as <c>scope/name</c>.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpReceiver()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            // In both requests: resource (1) → scope (2) → its name (1.1) and what it holds (2), whose name is field 1 or 5.
            (ConcurrentDictionary<string, bool> names, int name) = context.Request.Path == "/v1/metrics" ? (Metrics, 1) : (Spans, 5);
            foreach (ReadOnlyMemory<byte> scope in Fields(body.ToArray(), 1).SelectMany(static resource => Fields(resource, 2)))
            {
                string source = Text(Fields(Fields(scope, 1).First(), 1).First());
                foreach (ReadOnlyMemory<byte> one in Fields(scope, 2))
                {
                    names[source + "/" + Text(Fields(one, name).First())] = true;
                }
            }
        });
    }

    public ConcurrentDictionary<string, bool> Metrics { get; } = [];

    public ConcurrentDictionary<string, bool> Spans { get; } = [];

    public string Url => app.Urls.Single();

    public static async Task<OtlpReceiver> StartAsync()
    {
        OtlpReceiver receiver = new();
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>The fields of this number in a protobuf message, those with a length.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        int at = 0;
        while (at < message.Length)
        {
            ulong key = Number(message.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    Number(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    int length = (int)Number(message.Span, ref at);
                    if ((int)(key >> 3) == number)
                    {
                        yield return message.Slice(at, length);
                    }

                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7}.");
            }
        }
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
