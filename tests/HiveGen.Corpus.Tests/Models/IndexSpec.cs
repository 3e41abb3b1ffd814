namespace HiveGen.Corpus;

/// <summary>An index over fields.</summary>
internal sealed record IndexSpec(bool Unique, IReadOnlyList<string> Fields);
