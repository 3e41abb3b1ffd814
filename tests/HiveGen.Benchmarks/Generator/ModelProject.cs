using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Benchmarks.Generator;

/// <summary>
/// A project of models of 15 properties, each also serialised by the app's own context, and one file that has nothing to do with them.
/// </summary>
/// <param name="models">How many.</param>
internal sealed class ModelProject(int models)
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly SyntaxTree[] trees = [.. Enumerable.Range(0, models).Select(static i => Parse(Source(i), $"Model{i}.cs")), Parse(Context(models), "Context.cs")];

    /// <summary>How many models there are.</summary>
    public int Models => models;

    /// <summary>A compilation with nothing bound yet; the text of the unrelated file holds the number.</summary>
    public CSharpCompilation Compile(int number) => Compile(trees, number);

    /// <summary>The same, but the number is part of a property's name in one of the models.</summary>
    public CSharpCompilation CompileWithProperty(int number)
        => Compile([Parse(Source(0).Replace("Score", string.Create(CultureInfo.InvariantCulture, $"Score{number}"), StringComparison.Ordinal), "Model0.cs"), .. trees.AsSpan(1)], 0);

    /// <summary>A driver that has seen nothing.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool track = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track));

    private static CSharpCompilation Compile(SyntaxTree[] files, int number) => CSharpCompilation.Create(
        "Models",
        [.. files, Parse(string.Create(CultureInfo.InvariantCulture, $"namespace App; internal static class Other {{ internal const int Number = {number}; }}"), "Other.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path, Encoding.UTF8);

    /// <summary>What System.Text.Json's generator is asked for.</summary>
    private static string Context(int models)
        => "using System.Text.Json.Serialization;\nnamespace App;\n"
        + string.Concat(Enumerable.Range(0, models).Select(static i => string.Create(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof(Model{i}))]\n")))
        + "internal sealed partial class Context : JsonSerializerContext;";

    private static string Source(int number)
    {
        string link = number == 0 ? "public string? Parent { get; set; }" : $"[Link(OnDelete = LinkAction.SetNull)] public Link<Model{number - 1}>? Parent {{ get; set; }}";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.ComponentModel.DataAnnotations;
            using HiveGen;

            namespace App;

            [HiveModel(Sync = "models{{number}}")]
            public sealed partial class Model{{number}}
            {
                [Unique, EmailAddress] public required string Email { get; set; }
                [StringLength(100)] public string? Name { get; set; }
                [Unique] public string? Handle { get; set; }
                public bool Verified { get; set; }
                public string Plan { get; set; } = "free";
                [Index] public string Status { get; set; } = "none";
                public int Views { get; set; }
                [Range(0, 5)] public int Stars { get; set; }
                [Scale(2)] public decimal Price { get; set; }
                public double Score { get; set; }
                [LocalOnly] public string? Secret { get; set; }
                {{link}}
                public DateOnly? Birthday { get; set; }
                [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
                [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }
            }
            """);
    }
}
