using System.Text.Json.Nodes;

namespace HiveGen.Corpus;

/// <summary>The cases recorded from the original, which are no part of this repository.</summary>
internal static class RecordedCases
{
    private const string Name = "blade-cases.json";

    private static readonly Lazy<JsonObject> Loaded = new(static () => JsonNode.Parse(File.ReadAllText(Path!))!.AsObject());

    /// <summary>Where they are; null where they are not.</summary>
    public static string? Path { get; } = Find();

    public static JsonObject All => Loaded.Value;

    private static string? Find()
    {
        List<string> candidates = [];
        if (Environment.GetEnvironmentVariable("HIVEGEN_CONFORMANCE") is { Length: > 0 } named)
        {
            candidates.Add(System.IO.Path.Combine(named, Name));
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            candidates.Add(System.IO.Path.Combine(folder.FullName, "shared", "reference", "conformance", Name));
        }

        return candidates.Find(File.Exists);
    }
}
