namespace HiveGen.Generator.Model;

/// <summary>An enum.</summary>
/// <param name="Type">The full name.</param>
/// <param name="Members">One name a value, in order of declaration.</param>
/// <param name="Aliases">Further names of the same values, which are read and never written.</param>
/// <param name="Zero">The member whose value is 0; null when none has.</param>
internal sealed record EnumSpec(string Type, EquatableArray<string> Members, EquatableArray<string> Aliases, string? Zero);
