using System.Net;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Http;

/// <summary>Sends requests to a router and makes failures of its refusals. Thread-safe.</summary>
internal sealed class RouterRequests(RouterConnection connection)
{
    // The router gives its target as much more time where a whole table is read.
    private const int TableFactor = 10;

    /// <summary>Where they go.</summary>
    public RouterSettings Settings => connection.Settings;

    /// <summary>Sends an object.</summary>
    /// <param name="path">Below the router's address.</param>
    /// <param name="argument">What the members are written from.</param>
    /// <param name="write">Writes the members.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="wholeTable">Whether the router's target must read a whole table for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetException">It was refused, or no answer came.</exception>
    public async ValueTask<HttpAnswer> PostAsync<TArgument>(
        string path, TArgument argument, Action<Utf8JsonWriter, TArgument> write, RequestKind kind, bool wholeTable, CancellationToken cancellationToken)
    {
        PooledBuffer buffer = PooledBuffer.Object(argument, write);
        TimeSpan timeout = Settings.Options.Timeout * (wholeTable ? TableFactor : 1);
        HttpAnswer answer = await connection.SendAsync(HttpMethod.Post, path, buffer.Written, RouterConnection.NewKey(), timeout, cancellationToken).ConfigureAwait(false);
        buffer.Return();
        return Accept(answer, kind);
    }

    /// <summary>Sends what is written already.</summary>
    /// <exception cref="TargetException">It was refused, or no answer came.</exception>
    public async ValueTask<HttpAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, string key, RequestKind kind, CancellationToken cancellationToken)
        => Accept(await connection.SendAsync(method, path, body, key, Settings.Options.Timeout, cancellationToken).ConfigureAwait(false), kind);

    private HttpAnswer Accept(HttpAnswer answer, RequestKind kind)
        => answer is { Status: HttpStatusCode.OK, IsJson: true } ? answer : throw RouterErrors.Of(Settings, answer, kind);
}
