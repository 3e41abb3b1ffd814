using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Benchmarks.Generator;

/// <summary>A project of 500 models of 15 properties and one file that has nothing to do with them.</summary>
internal sealed class ModelProject
{
    public const int Models = 500;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private readonly SyntaxTree[] trees = [.. Enumerable.Range(0, Models).Select(static i => CSharpSyntaxTree.ParseText(Source(i), Parsing, $"Model{i}.cs", Encoding.UTF8))];
    private readonly MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>A compilation with nothing bound yet; the text of the unrelated file holds the number.</summary>
    public CSharpCompilation Compile(int number) => CSharpCompilation.Create(
        "Models",
        [.. trees, CSharpSyntaxTree.ParseText(string.Create(CultureInfo.InvariantCulture, $"namespace App; internal static class Other {{ internal const int Number = {number}; }}"), Parsing, "Other.cs", Encoding.UTF8)],
        references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A driver that has seen nothing.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool track = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track));

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
