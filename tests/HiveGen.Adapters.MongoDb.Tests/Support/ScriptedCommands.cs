using System.Text.Json;
using HiveGen.Adapters.MongoDb;

namespace HiveGen.Tests;

/// <summary>A client that answers what a test says, in extended JSON.</summary>
internal sealed class ScriptedCommands(Func<JsonElement, string> answer) : IMongoCommands
{
    /// <summary>The commands that came, by name.</summary>
    public List<string> Names { get; } = [];

    public ValueTask<ReadOnlyMemory<byte>> RunCommandAsync(string database, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        JsonElement document = JsonElement.Parse(BsonText.Read(command.Span));
        Names.Add(document.EnumerateObject().First().Name);
        return new(BsonText.Write(JsonElement.Parse(answer(document))));
    }

    public ValueTask DisposeAsync() => default;
}
