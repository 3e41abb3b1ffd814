using System.Text.Json;
using HiveGen.Adapters.MongoDb;

namespace HiveGen.Tests;

/// <summary>A client that takes every write.</summary>
internal sealed class CapturedCommands : IMongoCommands
{
    /// <summary>The commands in hex.</summary>
    public List<string> Bytes { get; } = [];

    public List<JsonElement> Documents { get; } = [];

    public Exception? Throws { get; init; }

    public ValueTask<ReadOnlyMemory<byte>> RunCommandAsync(string database, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        if (Throws is not null)
        {
            throw Throws;
        }

        Bytes.Add(Convert.ToHexStringLower(command.Span));
        JsonElement document = JsonElement.Parse(BsonText.Read(command.Span));
        Documents.Add(document);
        return new(FakeMongo.Ok(w =>
        {
            int count = document.GetProperty("updates").GetArrayLength();
            w.Int32("n"u8, count);
            w.Int32("nModified"u8, count);
        }));
    }

    public ValueTask DisposeAsync() => default;
}
