using System.Reflection;
using Microsoft.CodeAnalysis;

namespace HiveGen.Benchmarks.Generator;

/// <summary>System.Text.Json's own generator, taken from the targeting pack of the SDK that runs this.</summary>
internal static class JsonGenerator
{
    private static readonly Lazy<Type?> Found = new(Find);

    /// <summary>Whether the pack is there; without it the column is left out.</summary>
    public static bool IsThere => Found.Value is not null;

    public static IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(Found.Value!)!;

    private static Type? Find()
    {
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/ is where the runtime lies; …/dotnet/packs/ is beside shared.
        string packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string? file = !Directory.Exists(packs) ? null : Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault();
        return file is null ? null : Assembly.LoadFrom(file).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true);
    }
}
