namespace HiveGen.Generator.Model;

/// <summary>A model that is generated, with what of the others concerns its file: so the refusal of one makes no file of another stale.</summary>
/// <param name="Model">The model.</param>
/// <param name="RefusedLinks">The full names of models it links to that are not generated.</param>
internal sealed record AcceptedModel(ModelSpec Model, EquatableArray<string> RefusedLinks);
