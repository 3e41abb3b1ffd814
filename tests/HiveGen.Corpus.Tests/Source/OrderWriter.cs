using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>orderedBy</c>: first what ascends, then what descends, as the original has it.</summary>
internal static class OrderWriter
{
    public static List<(FieldSpec Field, bool Descending)> Terms(ModelSpec model, JsonNode? orderedBy)
        => [.. Fields(model, orderedBy, "ascending").Select(static field => (field, false)), .. Fields(model, orderedBy, "descending").Select(static field => (field, true))];

    public static string Write(ModelSpec model, JsonNode? orderedBy) => Write(Terms(model, orderedBy));

    public static string Write(IEnumerable<(FieldSpec Field, bool Descending)> terms)
        => string.Concat(terms.Select(static (term, i) => $".{(i == 0 ? "Order" : "Then")}By{(term.Descending ? "Descending" : "")}(c => c.{term.Field.Property})"));

    /// <summary>The order of pages: the newest first where nothing else is said.</summary>
    public static List<(FieldSpec Field, bool Descending)> Paged(ModelSpec model, JsonNode? orderedBy)
    {
        List<(FieldSpec Field, bool Descending)> terms = Terms(model, orderedBy);
        FieldSpec created = model.Find("ronin.createdAt")!;
        return terms.Exists(term => term.Field == created) ? terms : [.. terms, (created, true)];
    }

    private static IEnumerable<FieldSpec> Fields(ModelSpec model, JsonNode? orderedBy, string direction)
        => orderedBy is null ? [] : orderedBy.Array(direction).Select(slug => slug.IsText() ? model.Find(slug!.GetValue<string>())! : throw new OtherwiseException("lacks: an order by an expression"));
}
