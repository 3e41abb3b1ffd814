using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>What an API does that merges.</summary>
internal static class RestMerge
{
    /// <summary>The home of rows that no Hive sent.</summary>
    public const string Home = "http";

    /// <summary>A new record before anything is given.</summary>
    public static JsonElement Defaults(string name, string id)
    {
        SyncModel model = Items.Models.Single(model => model.Name == name);
        SyncRecord record = model.Create();
        model.FillDefaults(record, DateTimeOffset.UnixEpoch);
        JsonObject members = JsonSerializer.SerializeToNode(record, new JsonSerializerOptions { TypeInfoResolver = model.Json }.GetTypeInfo(model.RecordType))!.AsObject();
        members[model.Fields[0].Name] = id;
        return JsonSerializer.SerializeToElement(members);
    }

    /// <summary>The given members over the others.</summary>
    public static JsonElement Over(JsonElement stored, JsonElement given)
    {
        JsonObject merged = JsonObject.Create(stored)!;
        foreach (JsonProperty member in given.EnumerateObject())
        {
            merged[member.Name] = member.Value.ValueKind == JsonValueKind.Null ? null : JsonValue.Create(member.Value);
        }

        return JsonSerializer.SerializeToElement(merged);
    }
}
