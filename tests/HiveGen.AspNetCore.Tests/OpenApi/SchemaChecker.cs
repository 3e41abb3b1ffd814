using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HiveGen.AspNetCore.Tests.OpenApi;

/// <summary>As much of JSON Schema 2020-12 as the document uses; a keyword it does not know is an error, not a pass.</summary>
public sealed class SchemaChecker(JsonNode document)
{
    private static readonly HashSet<string> Annotations = ["description", "title", "example", "examples", "discriminator", "default"];

    /// <summary>Every way in which the value does not fit; empty when it fits.</summary>
    public List<string> Check(JsonNode schema, JsonNode? value, string at = "$")
    {
        List<string> wrong = [];
        JsonObject rules = schema.AsObject();
        if (rules.TryGetPropertyValue("$ref", out JsonNode? reference))
        {
            return Check(Resolve((string)reference!), value, at);
        }

        foreach ((string keyword, JsonNode? rule) in rules)
        {
            Apply(keyword, rule!, rules, value, at, wrong);
        }

        return wrong;
    }

    private void Apply(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string at, List<string> wrong)
    {
        JsonValueKind kind = value?.GetValueKind() ?? JsonValueKind.Null;
        string? text = kind == JsonValueKind.String ? (string)value! : null;
        decimal? number = kind == JsonValueKind.Number && decimal.TryParse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : null;
        bool fits = keyword switch
        {
            "type" => (rule is JsonArray many ? many.Select(static t => (string)t!) : [(string)rule!]).Any(type => IsType(type, kind, value)),
            "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
            "oneOf" => rule.AsArray().Count(one => Check(one!, value, at).Count == 0) == 1,
            "minLength" => text is null || CodePoints(text) >= (int)rule,
            "maxLength" => text is null || CodePoints(text) <= (int)rule,
            "pattern" => text is null || Regex.IsMatch(text, (string)rule!, RegexOptions.ECMAScript),
            "format" => text is null || IsFormat((string)rule!, text),
            "minimum" => number is null || number >= (decimal)rule,
            "maximum" => number is null || number <= (decimal)rule,
            "multipleOf" => number is null || number % (decimal)rule == 0,
            "maxItems" => value is not JsonArray array || array.Count <= (int)rule,
            "required" => value is not JsonObject one || rule.AsArray().All(name => one.ContainsKey((string)name!)),
            "dependentRequired" => value is not JsonObject given || rule.AsObject().All(pair => !given.ContainsKey(pair.Key) || pair.Value!.AsArray().All(name => given.ContainsKey((string)name!))),
            "additionalProperties" when rule.GetValueKind() == JsonValueKind.False => value is not JsonObject all || all.All(pair => rules["properties"]!.AsObject().ContainsKey(pair.Key)),
            "properties" or "items" or "additionalProperties" => true,
            _ => Annotations.Contains(keyword) ? true : throw new NotSupportedException($"The checker does not know {keyword}."),
        };
        if (!fits)
        {
            wrong.Add($"{at}: {keyword} {rule.ToJsonString()} of {value?.ToJsonString() ?? "null"}");
        }

        wrong.AddRange((keyword, value) switch
        {
            ("properties", JsonObject given) => rule.AsObject().Where(pair => given.ContainsKey(pair.Key)).SelectMany(pair => Check(pair.Value!, given[pair.Key], $"{at}.{pair.Key}")),
            ("items", JsonArray array) => array.SelectMany((item, i) => Check(rule, item, $"{at}[{i}]")),
            ("additionalProperties", JsonObject given) when rule is JsonObject => given.SelectMany(pair => Check(rule, pair.Value, $"{at}.{pair.Key}")),
            _ => [],
        });
    }

    private JsonNode Resolve(string reference)
        => reference[2..].Split('/').Aggregate(document, static (node, part) => node[part] ?? throw new InvalidOperationException($"{part} is not in the document."));

    private static bool IsType(string type, JsonValueKind kind, JsonNode? value) => type switch
    {
        "object" => kind == JsonValueKind.Object,
        "array" => kind == JsonValueKind.Array,
        "string" => kind == JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "null" => kind == JsonValueKind.Null,
        "number" => kind == JsonValueKind.Number,
        "integer" => kind == JsonValueKind.Number && decimal.TryParse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && decimal.Truncate(number) == number,
        _ => throw new NotSupportedException(type),
    };

    private static bool IsFormat(string format, string text) => format switch
    {
        "email" => text.IndexOf('@') is > 0 and int at && at < text.Length - 1 && at == text.LastIndexOf('@'),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
        "time" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        _ => true, // int32 … say how wide a number is, and nothing of texts
    };

    private static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
