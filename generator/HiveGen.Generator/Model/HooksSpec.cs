namespace HiveGen.Generator.Model;

/// <summary>A class of hooks.</summary>
/// <param name="Type">The full name.</param>
/// <param name="Model">The full name of the model.</param>
/// <param name="Points">The hooks it overrides, in the order of <c>HookPoints</c>.</param>
/// <param name="IsUsable">Whether dependency injection can make it. Its base is generated even if not, so that only what is wrong is told.</param>
internal sealed record HooksSpec(string Type, string Model, EquatableArray<string> Points, bool IsUsable);
