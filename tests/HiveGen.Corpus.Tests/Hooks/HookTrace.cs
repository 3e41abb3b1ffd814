using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>What the compiled hooks tell of their calls, in the order of the calls; those behind the commit run by themselves.</summary>
public sealed class HookTrace
{
    private readonly JsonArray calls = [];

    public JsonArray Calls
    {
        get
        {
            lock (calls)
            {
                return calls.DeepClone().AsArray();
            }
        }
    }

    public void Add(string trigger, JsonObject query, bool multipleRecords, HookRef? parent, IDictionary<string, object?> context, JsonArray? previousRecords = null, JsonArray? records = null)
    {
        JsonObject call = new()
        {
            ["trigger"] = trigger,
            ["query"] = query,
            ["multipleRecords"] = multipleRecords,
            ["parentTrigger"] = parent is null ? null : new JsonObject { ["model"] = Slug(parent.Model), ["type"] = parent.Stage.ToString().ToLowerInvariant() },
            ["context"] = new JsonObject(context.Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value?.ToString()))),
        };
        if (previousRecords is not null)
        {
            call["previousRecords"] = previousRecords;
            call["records"] = records ?? [];
        }

        lock (calls)
        {
            calls.Add(call);
        }
    }

    private static string Slug(string type) => char.ToLowerInvariant(type[0]) + type[1..^"Model".Length];
}
