using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>The cases recorded from the original.</summary>
internal static class RecordedCases
{
    private const string Name = "blade-cases.json";

    /// <summary>Where they are; null where they are not.</summary>
    public static string? Path { get; } = Find();

    public static JsonElement Migrations()
    {
        using FileStream file = File.OpenRead(Path!);
        return JsonDocument.Parse(file).RootElement.GetProperty("migrations");
    }

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
