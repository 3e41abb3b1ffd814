global using HiveGen.Adapters.MongoDb;

namespace Shop;

internal static class Mongodb
{
    public static WebApplicationBuilder builder => null!;
    public static HiveBuilder hive => null!;
}

// Of the package MongoDB.Driver.
public interface IMongoClient { IMongoDatabase GetDatabase(string name); }

public interface IMongoDatabase { Task<T> RunCommandAsync<T>(BsonDocumentCommand<T> command, CancellationToken cancellationToken); }

public sealed class BsonDocumentCommand<T>(T document) { public T Document => document; }

public sealed class RawBsonDocument(byte[] bytes) { public byte[] ToBson() => bytes; }

public sealed class MongoCommandException : Exception { public RawBsonDocument Result => null!; }

public sealed class MongoConnectionException : Exception;
