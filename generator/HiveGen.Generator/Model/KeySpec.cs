namespace HiveGen.Generator.Model;

/// <summary>An index.</summary>
/// <param name="IsUnique">Whether no two records share its values.</param>
/// <param name="Properties">The indexes of its properties in the model.</param>
internal sealed record KeySpec(bool IsUnique, EquatableArray<int> Properties);
