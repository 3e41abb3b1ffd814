namespace HiveGen.Generator.Model;

/// <summary>What the generator knows of the project: a few strings and flags of its compilation and its build properties.</summary>
/// <param name="Namespace">The root namespace.</param>
/// <param name="Adapters">The names of the referenced adapters.</param>
/// <param name="HasWeb">Whether HiveGen.AspNetCore is referenced.</param>
/// <param name="Taken">What the app itself calls by names that begin with Hive, in the root namespace.</param>
/// <param name="Obstacle">Why nothing can be generated here; null where it can.</param>
internal sealed record AppSpec(string Namespace, EquatableArray<string> Adapters, bool HasWeb, EquatableArray<string> Taken, Obstacle? Obstacle);
