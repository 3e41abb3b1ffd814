namespace HiveGen.Generator.Model;

/// <summary>A class of hooks.</summary>
/// <param name="Type">The full name.</param>
/// <param name="Model">The full name of the model.</param>
/// <param name="Points">The hooks it overrides, in the order of <c>HookPoints</c>.</param>
internal sealed record HooksSpec(string Type, string Model, EquatableArray<string> Points);
