using System.Text;
using System.Text.Json.Nodes;
using HiveGen.Router;
using HiveGen.Targets;

namespace HiveGen.OpenApi;

/// <summary>
/// Makes bodies that the router takes: each is read as a request would be before it is shown, and one that would be refused is left
/// out. A document with wrong examples is worse than one with none.
/// </summary>
internal sealed class SyncExamples(SyncModels models, HiveSyncOptions options, TimeProvider clock)
{
    private static readonly long Timestamp = DateTimeOffset.Parse("2026-01-31T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    /// <summary>The name and body of every example.</summary>
    public IEnumerable<(string Name, JsonObject Body)> All(bool batch)
    {
        foreach (SyncModel model in models.All.Select(static reader => reader.Model))
        {
            foreach ((string operation, JsonObject? data) in DataOf(model))
            {
                JsonObject body = batch ? Batch(model, operation, data) : Single(model, operation, data);
                if (IsTaken(body, batch))
                {
                    yield return ($"{operation} {model.Name}", body);
                }
            }
        }
    }

    private IEnumerable<(string Operation, JsonObject? Data)> DataOf(SyncModel model)
    {
        JsonObject whole = [], required = [];
        foreach (SyncField field in model.Fields.Skip(1))
        {
            // Times that the router can fill in by itself are left to it.
            if ((field.Required || field.Type != SyncType.Timestamp) && Pick(model, field) is { } value)
            {
                whole[field.Name] = value;
                if (field.Required)
                {
                    required[field.Name] = value.DeepClone();
                }
            }
        }

        yield return ("create", IsTaken(Single(model, "create", (JsonObject)whole.DeepClone()), batch: false) ? whole : required);
        if (whole.Count > 0)
        {
            yield return ("update", new JsonObject { [whole.Last().Key] = whole.Last().Value?.DeepClone() });
        }

        yield return ("delete", null);
    }

    private JsonNode? Pick(SyncModel model, SyncField field)
        => FieldExamples.Of(field).FirstOrDefault(value => IsTaken(Single(model, "update", new JsonObject { [field.Name] = value.DeepClone() }), batch: false));

    private static JsonObject Single(SyncModel model, string operation, JsonObject? data)
    {
        JsonObject body = new() { ["model"] = model.Name, ["operation"] = operation };
        AddData(body, data);
        body["recordId"] = FieldExamples.Id(model.Fields[0]);
        body["timestamp"] = Timestamp;
        return body;
    }

    private static JsonObject Batch(SyncModel model, string operation, JsonObject? data)
    {
        JsonObject record = new() { ["recordId"] = FieldExamples.Id(model.Fields[0]) };
        AddData(record, data);
        return new JsonObject { ["model"] = model.Name, ["operation"] = operation, ["records"] = new JsonArray(record), ["timestamp"] = Timestamp };
    }

    private static void AddData(JsonObject into, JsonObject? data)
    {
        if (data is not null)
        {
            into["data"] = data.DeepClone();
        }
    }

    private bool IsTaken(JsonObject body, bool batch)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        SyncRequest request = new(batch);
        return EnvelopeReader.Read(bytes, options, models, request) is null
            && SyncItems.Read(bytes, request, clock).Items.Count == 1;
    }
}
