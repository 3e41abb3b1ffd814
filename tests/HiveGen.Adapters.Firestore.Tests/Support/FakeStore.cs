using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HiveGen.Tests;

/// <summary>The documents of the stand-in, and what writes do to them: preconditions, masks, transforms, limits.</summary>
internal sealed class FakeStore
{
    private const int LongestText = 1_048_487;
    private long clock = DateTime.UnixEpoch.AddYears(56).Ticks;

    public SortedDictionary<string, FakeDocument> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes with this title are refused.</summary>
    public string? RefusedTitle { get; set; }

    public string Now() => new DateTime(clock += TimeSpan.TicksPerMicrosecond * 10, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Does a write.</summary>
    /// <returns>Its result.</returns>
    public JsonObject Write(JsonObject write, string now)
    {
        string name = NameOf(write);
        Documents.TryGetValue(name, out FakeDocument? old);
        Check(write, name, old);
        if (write["update"] is not JsonObject update)
        {
            Documents.Remove(name);
            return [];
        }

        JsonObject given = update["fields"]?.AsObject() ?? [];
        JsonObject fields = write["updateMask"] is JsonObject mask ? Masked(old, given, mask) : given.DeepClone().AsObject();
        JsonObject result = new() { ["updateTime"] = now };
        if (write["updateTransforms"] is JsonArray transforms)
        {
            JsonArray results = [];
            foreach (JsonNode? transform in transforms)
            {
                fields[transform!["fieldPath"]!.GetValue<string>()] = new JsonObject { ["timestampValue"] = now };
                results.Add(new JsonObject { ["timestampValue"] = now });
            }

            result["transformResults"] = results;
        }

        Refuse(fields);
        Documents[name] = new FakeDocument(name, fields, old?.CreateTime ?? now, now);
        return result;
    }

    public static string NameOf(JsonObject write) => (write["delete"] ?? write["update"]?["name"] ?? throw FakeFailure.Invalid("A write without an operation.")).GetValue<string>();

    /// <summary>Looks at a write's precondition.</summary>
    public static void Check(JsonObject write, string name, FakeDocument? old)
    {
        if (write["currentDocument"] is not JsonObject condition)
        {
            return;
        }

        if (condition["exists"]?.GetValue<bool>() is { } exists && exists != old is not null)
        {
            throw exists ? FakeFailure.NotFound(name) : FakeFailure.Exists(name);
        }

        if (condition["updateTime"]?.GetValue<string>() is { } time && old?.UpdateTime != time)
        {
            throw old is null ? FakeFailure.NotFound(name) : FakeFailure.Moved(name);
        }
    }

    private static JsonObject Masked(FakeDocument? old, JsonObject given, JsonObject mask)
    {
        JsonObject fields = old?.Fields.DeepClone().AsObject() ?? [];
        foreach (JsonNode? path in mask["fieldPaths"]!.AsArray())
        {
            // As deep as the recordings go: a field, or a field of a map.
            string[] parts = path!.GetValue<string>().Split('.');
            JsonObject target = fields;
            JsonNode? value = given[parts[0]];
            if (parts.Length > 1)
            {
                target = (target[parts[0]] ??= new JsonObject { ["mapValue"] = new JsonObject { ["fields"] = new JsonObject() } })["mapValue"]!["fields"]!.AsObject();
                value = value?["mapValue"]?["fields"]?[parts[1]];
            }

            if (value is null)
            {
                target.Remove(parts[^1]);
            }
            else
            {
                target[parts[^1]] = value.DeepClone();
            }
        }

        return fields;
    }

    private void Refuse(JsonObject fields)
    {
        if (RefusedTitle is not null && fields["title"]?["stringValue"]?.GetValue<string>() == RefusedTitle)
        {
            throw FakeFailure.Invalid($"we want no {RefusedTitle}");
        }

        foreach ((string name, JsonNode? value) in fields)
        {
            if (name.Length == 0 || (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal)))
            {
                throw FakeFailure.Invalid($"The property name '{name}' is reserved.");
            }

            if (value!["stringValue"]?.GetValue<string>() is { } text && Encoding.UTF8.GetByteCount(text) > LongestText)
            {
                throw FakeFailure.Invalid($"The value of property \"{name}\" is longer than {LongestText} bytes.");
            }
        }
    }
}
