namespace HiveGen.Adapters.MongoDb;

/// <summary>
/// The one thing the MongoDB target asks of a client: run a command. The built-in transport implements it without a driver; an app that has
/// MongoDB.Driver already can bridge to it (docs/adapters/mongodb.md). Thread-safe.
/// </summary>
public interface IMongoCommands : IAsyncDisposable
{
    /// <summary>How the client uses its connections; null when it does not tell.</summary>
    Targets.TargetConnections? Connections => null;

    /// <summary>Runs a command at the primary, once.</summary>
    /// <param name="database">The database.</param>
    /// <param name="command">A BSON document, with <c>$db</c>; the memory is the caller's and is used again after the call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer as a BSON document, also one that says <c>ok: 0</c>.</returns>
    /// <exception cref="IOException">There was no answer; what the command did is unknown.</exception>
    /// <exception cref="TimeoutException">There was no answer in time; what the command did is unknown.</exception>
    /// <exception cref="Targets.TargetException">It cannot be sent as things are: wrong credentials, no primary.</exception>
    ValueTask<ReadOnlyMemory<byte>> RunCommandAsync(string database, ReadOnlyMemory<byte> command, CancellationToken cancellationToken);
}
