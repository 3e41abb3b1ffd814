using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The values of an add or a set as C# initialisers.</summary>
/// <param name="models">The models.</param>
/// <param name="filters">How filters are written.</param>
internal sealed class AssignmentWriter(ModelSet models, FilterWriter filters)
{
    /// <summary>The fields that are given, nested ones by their dotted names; links to many aside.</summary>
    public static IEnumerable<(FieldSpec Field, JsonNode? Value)> Given(ModelSpec model, JsonObject values, string prefix = "")
    {
        foreach ((string key, JsonNode? value) in values)
        {
            if (model.Find(prefix + key) is { } field)
            {
                yield return (field, value);
            }
            else if (prefix.Length > 0 || !model.Own.Any(many => many.Many && many.Slug == key))
            {
                foreach ((FieldSpec, JsonNode?) nested in Given(model, value!.AsObject(), prefix + key + "."))
                {
                    yield return nested;
                }
            }
        }
    }

    public static bool IsExpression(JsonNode? value) => value is JsonObject && value.TextOrNull("__RONIN_EXPRESSION") is not null;

    /// <summary><c>{ Handle = "elaine", … }</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">The values.</param>
    /// <param name="record">The record that expressions are over; null where there is none yet.</param>
    public string Write(ModelSpec model, JsonObject values, string? record)
        => "{ " + string.Concat(Given(model, values).Select(given => $"{given.Field.Property} = {Value(model, given.Field, given.Value, record)}, ")) + "}";

    private string Value(ModelSpec model, FieldSpec field, JsonNode? value, string? record)
    {
        if (value is not JsonObject given || field.IsJson || given["$date"] is not null)
        {
            return Literals.Of(field, value);
        }

        if (given["__RONIN_QUERY"] is { } query)
        {
            (ModelSpec other, _, JsonNode? instructions) = QueryShape.Get(models, query);
            FieldSpec selected = other.Find(instructions.Array("selecting").Single()!.GetValue<string>())!;
            return $"{filters.Query(other, instructions, plural: true)}.FirstOrDefault()?.{selected.Property}";
        }

        if (given.TextOrNull("__RONIN_EXPRESSION") is { } sql)
        {
            return record is null ? throw new OtherwiseException("lacks: a record added with an expression over its own columns") : ExpressionWriter.Write(model, sql, record);
        }

        return $"{filters.Query(models[field.Target!], new JsonObject { ["with"] = given.DeepClone() }, plural: true)}.First().Id";
    }
}
