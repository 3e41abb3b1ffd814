using System.Globalization;
using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>limitedTo</c>, <c>before</c> and <c>after</c> as pages.</summary>
internal static class PageWriter
{
    public static void Write(Body body, FilterWriter filters, ModelSpec model, JsonObject instructions, string page)
    {
        List<(FieldSpec Field, bool Descending)> order = OrderWriter.Paged(model, instructions["orderedBy"]);
        string? filter = filters.Write(model, instructions["with"], "c");
        string query = body.Fresh("query");
        body.Line($"var {query} = hive.{model.Set}{(filter is null ? ".All()" : $".Where(c => {filter})")}{OrderWriter.Write(order)};");
        string place = "";
        foreach (string side in new[] { "before", "after" })
        {
            if (instructions.TextOrNull(side) is { } cursor)
            {
                place = $", {side}: Support.{(side == "before" ? "Before" : "After")}(after => {query}.Page(1, after), {At(order, cursor)})";
            }
        }

        body.Line($"var {page} = {query}.Page({instructions["limitedTo"]}{place});");
    }

    /// <summary>The original's cursor of a record: the values of the order.</summary>
    public static string Place(ModelSpec model, JsonObject instructions)
        => $"r => Support.Cursor({string.Join(", ", OrderWriter.Paged(model, instructions["orderedBy"]).Select(static term => "r." + term.Field.Property))})";

    // The original's cursors are made of values, HiveGen's of a page: what is at the values is looked for.
    private static string At(List<(FieldSpec Field, bool Descending)> order, string cursor)
    {
        string[] values = cursor.Split(',');
        return "r => " + string.Join(" && ", order.Select((term, i) => $"r.{term.Field.Property} == {Value(term.Field, Uri.UnescapeDataString(values[i]))}"));
    }

    private static string Value(FieldSpec field, string value) => value == "RONIN_NULL" ? "null" : field.Type switch
    {
        "date" => $"DateTimeOffset.FromUnixTimeMilliseconds({long.Parse(value, CultureInfo.InvariantCulture)}L)",
        "number" => value + "L",
        "boolean" => value,
        _ => Literals.Text(value),
    };
}
