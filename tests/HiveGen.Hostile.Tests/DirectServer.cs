using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HiveGen.Hostile.Tests;

/// <summary>A server without a network: requests go through the whole pipeline of the app, as a server would send them.</summary>
public sealed class DirectServer : IServer
{
    private Func<IFeatureCollection, Task>? process;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        process = async features =>
        {
            TContext context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context);
                application.DisposeContext(context, null);
            }
            catch (Exception e)
            {
                application.DisposeContext(context, e);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    /// <summary>Sends one request.</summary>
    public async Task<(int Status, string? Type, byte[] Body, IHeaderDictionary Headers)> SendAsync(Attempt attempt)
    {
        HeaderDictionary headers = [];
        foreach ((string name, string value) in attempt.Headers)
        {
            headers.Append(name, value);
        }

        HttpRequestFeature request = new() { Method = "POST", Path = attempt.Path, Protocol = "HTTP/1.1", Scheme = "https", Headers = headers, Body = new PieceStream(attempt.Body, attempt.Piece) };
        if (attempt.Piece == int.MaxValue)
        {
            headers.ContentLength = attempt.Body.Length;
        }

        HttpResponseFeature response = new();
        using MemoryStream answer = new();
        StreamResponseBodyFeature body = new(answer);
        FeatureCollection features = new();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(body);
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        await process!(features);
        await body.CompleteAsync();
        return (response.StatusCode, response.Headers.ContentType, answer.ToArray(), response.Headers);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    private sealed class PieceStream(byte[] bytes, int piece) : Stream
    {
        private int at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(buffer.Length, piece), bytes.Length - at);
            bytes.AsSpan(at, count).CopyTo(buffer);
            at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
