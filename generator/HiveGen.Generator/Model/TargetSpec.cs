namespace HiveGen.Generator.Model;

/// <summary>A custom target.</summary>
/// <param name="Type">The user's class.</param>
/// <param name="Name">The name of the target.</param>
internal sealed record TargetSpec(TypeSpec Type, string Name);
