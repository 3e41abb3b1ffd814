namespace HiveGen.Generator.Model;

/// <summary>What the generator knows of the project: a few strings and flags of its compilation and its build properties.</summary>
/// <param name="Namespace">The root namespace.</param>
/// <param name="Adapters">The names of the referenced adapters.</param>
/// <param name="HasWeb">Whether HiveGen.AspNetCore is referenced.</param>
/// <param name="Taken">What the app itself calls by names that begin with Hive, in the root namespace.</param>
/// <param name="OldLanguage">The version of C#, where it is too old for what is generated; else null.</param>
internal sealed record AppSpec(string Namespace, EquatableArray<string> Adapters, bool HasWeb, EquatableArray<string> Taken, string? OldLanguage);
