namespace HiveGen.Generator.Model;

/// <summary>The models of the assembly that are generated, linked ones before those that link to them, and those that are not.</summary>
/// <param name="Models">The models in order.</param>
/// <param name="Refused">The full names of annotated classes that are not generated.</param>
internal sealed record AssemblySpec(EquatableArray<ModelRef> Models, EquatableArray<string> Refused);
