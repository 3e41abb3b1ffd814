using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>with</c> as the filter of a typed query.</summary>
/// <param name="models">The models.</param>
internal sealed class FilterWriter(ModelSet models)
{
    private const string EmptyList = "otherwise: an empty list of alternatives gives no record; the original takes it for no condition";

    /// <summary>The filter over the column tokens <paramref name="c"/>; null where there is no condition.</summary>
    public string? Write(ModelSpec model, JsonNode? with, string c, string prefix = "")
    {
        List<string> all = [];
        if (with is JsonArray alternatives)
        {
            return AnyOf(alternatives, one => Write(model, one, c, prefix) ?? throw new OtherwiseException(EmptyList));
        }

        foreach ((string key, JsonNode? condition) in with as JsonObject ?? [])
        {
            string slug = prefix + (key is "nameIdentifier" or "slugIdentifier" ? model.Identifiers.TextOrNull(key[..4]) ?? "id" : key);
            if (model.Find(slug) is { } field)
            {
                all.Add(Condition(field, condition, c));
            }
            else if (Write(model, condition, c, slug + ".") is { } nested)
            {
                all.Add(nested);
            }
        }

        return all.Count == 0 ? null : string.Join(" & ", all);
    }

    private static string AnyOf(JsonArray alternatives, Func<JsonNode?, string> write)
        => alternatives.Count == 0 ? throw new OtherwiseException(EmptyList) : "(" + string.Join(" | ", alternatives.Select(one => $"({write(one)})")) + ")";

    private string Condition(FieldSpec field, JsonNode? condition, string c)
    {
        string column = $"{c}.{field.Property}";
        switch (condition)
        {
            case null:
                return column + ".IsNull";
            case JsonArray alternatives:
                return AnyOf(alternatives, one => Condition(field, one, c));
            case JsonObject given when given["$date"] is null:
                return given.All(static pair => Operators.Contains(pair.Key)) ? string.Join(" & ", given.Select(pair => Compare(field, pair.Key, pair.Value, c))) : Nested(field, given, column);
            default:
                return $"{column} == {Literals.Of(field, condition)}";
        }
    }

    private static readonly HashSet<string> Operators =
    [
        "being", "notBeing", "startingWith", "notStartingWith", "endingWith", "notEndingWith", "containing", "notContaining", "greaterThan", "greaterOrEqual", "lessThan", "lessOrEqual",
    ];

    private string Compare(FieldSpec field, string operation, JsonNode? value, string c)
    {
        string column = $"{c}.{field.Property}";
        if (value is JsonArray alternatives)
        {
            return AnyOf(alternatives, one => Compare(field, operation, one, c));
        }

        if (operation is "being")
        {
            return Condition(field, value, c);
        }

        if (operation is "notBeing")
        {
            return value is null ? column + ".IsNotNull" : $"{column} != {Literals.Of(field, value)}";
        }

        string literal = Literals.Of(field, value);
        return operation switch
        {
            "startingWith" => $"{column}.StartsWith({literal})",
            "notStartingWith" => $"!{column}.StartsWith({literal})",
            "endingWith" => $"{column}.EndsWith({literal})",
            "notEndingWith" => $"!{column}.EndsWith({literal})",
            "containing" => $"{column}.Contains({literal})",
            "notContaining" => $"!{column}.Contains({literal})",
            "greaterThan" => $"{column} > {literal}",
            "greaterOrEqual" => $"{column} >= {literal}",
            "lessThan" => $"{column} < {literal}",
            _ => $"{column} <= {literal}",
        };
    }

    // A query inside a filter, or conditions of the linked record: both are an IN over a typed query.
    private string Nested(FieldSpec field, JsonObject given, string column)
    {
        if (given["__RONIN_QUERY"] is { } query)
        {
            (ModelSpec model, bool plural, JsonNode? instructions) = QueryShape.Get(models, query);
            FieldSpec selected = model.Find(instructions.Array("selecting").Single()!.GetValue<string>())!;
            return $"{column}.In({Query(model, instructions, plural)}, other => other.{selected.Property})";
        }

        if (!field.IsLink || given.ContainsKey("__RONIN_EXPRESSION"))
        {
            throw new OtherwiseException("lacks: a filter by an expression of the caller's own SQL");
        }

        return $"{column}.In({Query(models[field.Target!], new JsonObject { ["with"] = given.DeepClone() }, plural: false)})";
    }

    /// <summary>A typed query with its filter and its order; one record where the original means one.</summary>
    public string Query(ModelSpec model, JsonNode? instructions, bool plural)
    {
        string? filter = Write(model, instructions?["with"], "c");
        string query = $"hive.{model.Set}{(filter is null ? ".All()" : $".Where(c => {filter})")}{OrderWriter.Write(model, instructions?["orderedBy"])}";
        return plural ? query : query + ".Take(1)";
    }
}
