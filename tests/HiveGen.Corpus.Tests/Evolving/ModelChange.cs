using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary><c>create</c>, <c>alter</c> and <c>drop</c> of the original: the models afterwards, as a programmer would have edited the classes.</summary>
internal static class ModelChange
{
    private const string RegistryOnly = "otherwise: names for display and presets are no part of the schema; they are C#";

    public static ModelSet Apply(ModelSet models, JsonNode? query)
    {
        (string type, _, _) = QueryShape.Of(query);
        JsonObject body = query!.Object(type);
        switch (type)
        {
            case "create":
                return new ModelSet([.. models.Given, ModelSpec.Read(body["model"])]);
            case "drop":
                return new ModelSet(models.Given.Where(model => model != models[body.Text("model")]));
        }

        ModelSpec old = models[body.Text("model")];
        ModelSpec changed = body["to"] is { } to ? Rename(old, to)
            : body["create"] is { } create ? Create(old, create)
            : body["alter"] is { } alter ? Alter(old, alter)
            : Drop(old, body["drop"]);
        return new ModelSet(models.Given.Select(model => Follow(model == old ? changed : model, old, changed)));
    }

    private static ModelSpec Rename(ModelSpec model, JsonNode to)
    {
        string slug = to.TextOrNull("slug") ?? throw new OtherwiseException(RegistryOnly);
        ModelSpec renamed = ModelSpec.Read(new JsonObject { ["slug"] = slug });
        return model with { Slug = slug, Plural = renamed.Plural, Table = renamed.Table, Former = [model.Table, .. model.Former], FormerSlugs = [model.Slug, .. model.FormerSlugs] };
    }

    private static ModelSpec Create(ModelSpec model, JsonNode what) => what switch
    {
        _ when what["field"] is { } field => model with { Own = [.. model.Own, Checked(FieldSpec.Read(field.Text("slug"), field))] },
        _ when what["index"] is { } index => model with { Indexes = [.. model.Indexes, ModelSpec.ReadIndex(index)] },
        _ => throw new OtherwiseException(RegistryOnly),
    };

    private static ModelSpec Alter(ModelSpec model, JsonNode what)
    {
        string? field = what.TextOrNull("field"), slug = what["to"].TextOrNull("slug");
        return field is not null && slug is not null
            ? model with { Own = [.. model.Own.Select(own => own.Slug == field ? own with { Slug = slug, Former = [field, .. own.Former] } : own)] }
            : throw new OtherwiseException(RegistryOnly);
    }

    private static ModelSpec Drop(ModelSpec model, JsonNode? what)
        => what.TextOrNull("field") is { } field ? model with { Own = [.. model.Own.Where(own => own.Slug != field)] } : throw new OtherwiseException(RegistryOnly);

    private static ModelSpec Follow(ModelSpec model, ModelSpec old, ModelSpec changed)
        => old.Slug == changed.Slug ? model : model with { Own = [.. model.Own.Select(own => own.Target == old.Slug ? own with { Target = changed.Slug } : own)] };

    // The rows that are there already would need it as a default of the column, which a JSON property has none of.
    private static FieldSpec Checked(FieldSpec field)
        => field is { IsJson: true, Default: not null } ? throw new OtherwiseException("lacks: a default of a JSON column for the rows that are there already") : field;
}
