using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>get</c> and <c>count</c> as calls of the typed client, and what they give as the original's results.</summary>
/// <param name="body">The method.</param>
internal sealed class GetWriter(Body body)
{
    private readonly FilterWriter filters = new(body.Models);

    /// <summary>Writes the calls; gives the expression of the result.</summary>
    public string Get(ModelSpec model, bool plural, JsonNode? given)
    {
        JsonObject instructions = Presets.Expand(body.Models, model, given);
        string rows = body.Fresh("rows"), page = body.Fresh("page");
        bool paged = plural && instructions["limitedTo"] is not null;
        if (paged)
        {
            PageWriter.Write(body, filters, model, instructions, page);
            body.Line($"var {rows} = {page}.Items;");
        }
        else
        {
            string query = filters.Query(model, instructions, plural: true);
            body.Line(plural ? $"var {rows} = {query}.ToList();" : $"var {rows} = Support.OneOrNone({query}.FirstOrDefault());");
        }

        string show = Rows(model, plural, rows, instructions);
        return !plural ? $"new JsonObject {{ [\"record\"] = {rows}.SelectMany({show}).FirstOrDefault() }}"
            : paged ? $"Support.Page({page}, {rows}.SelectMany({show}), {PageWriter.Place(model, instructions)})"
            : $"new JsonObject {{ [\"records\"] = Support.List({rows}.SelectMany({show})) }}";
    }

    public string Count(ModelSpec model, JsonNode? given)
        => $"new JsonObject {{ [\"amount\"] = {filters.Query(model, Presets.Expand(body.Models, model, given), plural: true)}.Count() }}";

    /// <summary>Reads what comes along with these rows; gives the name of a function from a row to its objects.</summary>
    public string Rows(ModelSpec model, bool plural, string rows, JsonObject instructions)
    {
        string r = body.Fresh("r"), shown = body.Fresh("shown");
        List<string> steps = [], hoisted = [];
        foreach ((string name, JsonNode? value) in instructions.Object("including"))
        {
            if (name == "__RONIN_QUERY" || value is JsonObject && value["__RONIN_QUERY"] is not null)
            {
                JoinSpec join = JoinSpec.Read(body.Models, model, name == "__RONIN_QUERY" ? null : name, name == "__RONIN_QUERY" ? value : value!["__RONIN_QUERY"]);
                string objects = Join(join, plural, rows, r);
                if (join.Name is null)
                {
                    hoisted.Add(objects);
                }
                else
                {
                    steps.Add($"{shown}[\"{join.Name}\"] = {(join.Plural ? $"Support.List({objects})" : $"{objects}.FirstOrDefault()")};");
                }
            }
            else
            {
                string ephemeral = value is JsonObject && value.TextOrNull("__RONIN_EXPRESSION") is { } sql ? ExpressionWriter.Write(model, sql, r) : value.IsText() ? Literals.Text(value!.GetValue<string>()) : $"Support.Json({Literals.Json(value!)})";
                steps.Add($"{shown}[\"{name}\"] = {ephemeral};");
            }
        }

        string show = body.Fresh("show");
        body.Line($"Func<{model.Class}, IEnumerable<JsonObject>> {show} = {r} =>");
        body.Line("{");
        body.Line($"    JsonObject {shown} = {ShowWriter.Write(SelectingRule.Of(model, instructions["selecting"]), r)};");
        steps.ForEach(step => body.Line("    " + step));
        body.Line($"    return {hoisted.Aggregate($"Support.One({shown})", static (own, objects) => $"Support.Over({own}, {objects})")};");
        body.Line("};");
        return show;
    }

    // One query for all rows, whatever their number. Lists of lists come in the order of their ids, which is how the original's join reads them.
    private string Join(JoinSpec join, bool plural, string rows, string r)
    {
        string some = body.Fresh("some");
        string? filter = filters.Write(join.Model, join.Instructions["with"], "c");
        if (join.Field is { } field)
        {
            string bound = $"c.{field.Property}.In({rows}.Select(row => {ShowWriter.Id(join.Parent!, "row")}).OfType<string>())";
            filter = filter is null ? bound : $"{filter} & {bound}";
        }

        string order = OrderWriter.Write(join.Model, join.Instructions["orderedBy"]);
        order = order.Length == 0 && plural && join.Plural ? ".OrderBy(c => c.Id)" : order;
        body.Line($"var {some} = hive.{join.Model.Set}{(filter is null ? ".All()" : $".Where(c => {filter})")}{order}.ToList();");
        string show = Rows(join.Model, plural && join.Plural, some, join.Instructions);
        if (join.Field is null)
        {
            return $"{some}.SelectMany({show})";
        }

        string by = body.Fresh("by");
        body.Line($"var {by} = {some}.ToLookup(row => {ShowWriter.Id(join.Field, "row")});");
        return $"{by}[{ShowWriter.Id(join.Parent!, r)}].SelectMany({show})";
    }
}
