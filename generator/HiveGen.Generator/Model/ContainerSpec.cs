namespace HiveGen.Generator.Model;

/// <summary>A type around a nested one.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name, unescaped.</param>
internal sealed record ContainerSpec(string Keyword, string Name);
