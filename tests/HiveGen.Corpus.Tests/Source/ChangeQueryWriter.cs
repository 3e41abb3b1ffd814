using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>add</c>, <c>set</c> and <c>remove</c> as calls of the typed client, and what they give as the original's results.</summary>
/// <param name="body">The method.</param>
internal sealed class ChangeQueryWriter(Body body)
{
    private readonly FilterWriter filters = new(body.Models);
    private readonly AssignmentWriter values = new(body.Models, new FilterWriter(body.Models));
    private readonly GetWriter gets = new(body);

    public string Add(ModelSpec model, bool plural, JsonNode? instructions)
    {
        JsonObject with = instructions.Object("with");
        string rows = body.Fresh("rows");
        if (with["__RONIN_QUERY"] is { } query)
        {
            (ModelSpec source, bool all, JsonNode? inner) = QueryShape.Get(body.Models, query);
            string fields = string.Join(", ", SelectingRule.Of(source, inner!["selecting"]).Select(static field => $"{field.Property} = r.{field.Property}"));
            body.Line($"var {rows} = await hive.{model.Set}.AddAsync({filters.Query(source, inner, all)}.ToList().Select(r => new {model.Class} {{ {fields} }}));");
        }
        else
        {
            body.Line($"var {rows} = Support.OneOrNone(await hive.{model.Set}.AddAsync(new {model.Class} {values.Write(model, with, null)}));");
        }

        return Result(model, plural, rows, instructions);
    }

    public string Set(ModelSpec model, bool plural, JsonNode? instructions)
    {
        JsonObject to = instructions.Object("to");
        RefuseLists(plural);
        string rows = body.Fresh("rows");
        FieldSpec[] many = [.. model.Own.Where(field => field.Many && to.ContainsKey(field.Slug))];
        bool computed = AssignmentWriter.Given(model, to).Any(static given => AssignmentWriter.IsExpression(given.Value));
        if (many.Length == 0 && !computed)
        {
            body.Line($"var {rows} = Support.OneOrNone(await {filters.Query(model, instructions, plural: true)}.SetFirstAsync(new() {values.Write(model, to, null)}));");
            return Result(model, plural, rows, instructions);
        }

        string row = body.Fresh("row");
        body.Line($"var {row} = {filters.Query(model, instructions, plural: true)}.First();");
        if (computed)
        {
            body.Line($"await hive.{model.Set}.SetIfUnchangedAsync({row}, new() {values.Write(model, to, row)});");
        }

        if (many.Length > 0)
        {
            SetMany(model, row, to, many, computed);
        }

        body.Line($"var {rows} = Support.OneOrNone(hive.{model.Set}.Get({row}.Id));");
        return Result(model, plural, rows, instructions);
    }

    public string Remove(ModelSpec model, bool plural, JsonNode? instructions)
    {
        RefuseLists(plural);
        string rows = body.Fresh("rows");
        body.Line($"var {rows} = Support.OneOrNone(await {filters.Query(model, instructions, plural: true)}.RemoveFirstAsync());");
        return Result(model, plural, rows, instructions);
    }

    // Links to many are records of a model of their own: they are removed and added with the rest, in one transaction.
    private void SetMany(ModelSpec model, string row, JsonObject to, FieldSpec[] many, bool computed)
    {
        List<string> operations = computed ? [] : [$"batch.Set<{model.Class}>({row}.Id, new {model.Class}.Changes {values.Write(model, to, row)});"];
        foreach (FieldSpec field in many)
        {
            ModelSpec between = body.Models.Between(model, field);
            string columns = $"hive.{between.Set}.Columns";
            JsonNode? given = to[field.Slug];
            string gone = given is JsonObject ? Targets(field, given["notContaining"]) : "";
            string come = Targets(field, given is JsonObject ? given["containing"] : given);
            if (given is JsonArray)
            {
                operations.Add($"batch.Remove<{between.Class}>({columns}.Source == {row}.Id);");
            }
            else if (gone.Length > 0)
            {
                operations.Add($"batch.Remove<{between.Class}>({columns}.Source == {row}.Id & {columns}.Target.In({gone}));");
            }

            if (come.Length > 0)
            {
                operations.Add($"batch.Add({come}.ToList().Select(r => new {between.Class} {{ Source = {row}.Id, Target = r.Id }}));");
            }
        }

        body.Line("await hive.BatchAsync(batch =>");
        body.Line("{");
        operations.ForEach(operation => body.Line("    " + operation));
        body.Line("});");
    }

    private string Targets(FieldSpec field, JsonNode? targets)
        => targets is null ? "" : filters.Query(body.Models[field.Target!], new JsonObject { ["with"] = targets.DeepClone() }, plural: true);

    private string Result(ModelSpec model, bool plural, string rows, JsonNode? instructions)
    {
        JsonObject shown = [];
        foreach (string key in new[] { "including", "selecting" }.Where(key => instructions![key] is not null))
        {
            shown[key] = instructions![key]!.DeepClone();
        }

        string show = gets.Rows(model, plural, rows, shown);
        return plural ? $"new JsonObject {{ [\"records\"] = Support.List({rows}.SelectMany({show})) }}" : $"new JsonObject {{ [\"record\"] = {rows}.SelectMany({show}).FirstOrDefault() }}";
    }

    private static void RefuseLists(bool plural)
    {
        if (plural)
        {
            throw new OtherwiseException("lacks: the records that a set or a remove of many changed");
        }
    }
}
