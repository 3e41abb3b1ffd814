namespace HiveGen.Generator.Model;

/// <summary>Why nothing can be generated in a project.</summary>
/// <param name="IsLanguage">Whether it is the version of C#; else it is the runtime.</param>
/// <param name="Found">What there is instead.</param>
internal sealed record Obstacle(bool IsLanguage, string Found);
