namespace HiveGen.Generator.Model;

/// <summary>What the files of models need of their assembly, and nothing more, so that little makes them stale.</summary>
/// <param name="Database">The full name of the database class.</param>
/// <param name="IsDatabasePublic">Whether it is public.</param>
/// <param name="Adapters">The names of the referenced adapters.</param>
/// <param name="Refused">The full names of models that are not generated, of those that the file's own model links to.</param>
/// <param name="IsObstructed">Whether nothing can be generated in this project.</param>
internal sealed record EmitContext(string Database, bool IsDatabasePublic, EquatableArray<string> Adapters, EquatableArray<string> Refused, bool IsObstructed);
