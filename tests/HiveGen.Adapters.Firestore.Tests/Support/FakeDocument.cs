using System.Text.Json.Nodes;

namespace HiveGen.Tests;

/// <summary>A document of the stand-in.</summary>
internal sealed record FakeDocument(string Name, JsonObject Fields, string CreateTime, string UpdateTime)
{
    public JsonObject ToJson(IReadOnlyCollection<string>? mask)
    {
        JsonObject json = new() { ["name"] = Name, ["createTime"] = CreateTime, ["updateTime"] = UpdateTime };
        JsonObject fields = [];
        foreach ((string name, JsonNode? value) in Fields)
        {
            if (mask is null || mask.Contains(name))
            {
                fields[name] = value!.DeepClone();
            }
        }

        if (fields.Count > 0)
        {
            json["fields"] = fields;
        }

        return json;
    }
}
