using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Analyzers.Tests;

/// <summary>Compiles an app against the real runtime, with what is generated for it.</summary>
internal static class App
{
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.ComponentModel.DataAnnotations; global using System.Threading; global using System.Threading.Tasks; global using HiveGen;";

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    public static readonly ImmutableArray<MetadataReference> References = FindReferences();

    public static CSharpCompilation Compile(IEnumerable<MetadataReference> references, params string[] sources)
        => CSharpCompilation.Create(
            "Tests.App",
            [Parse(Usings, "Usings.cs"), .. sources.Select(static (source, i) => Parse(source, $"Source{i}.cs"))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), ParseOptions, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new Generator.HiveGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>The app with its generated part; whether it compiles is the caller's to ask.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        return (CSharpCompilation)output;
    }

    public static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true;

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"));
        string[] own = [typeof(HiveEngine).Assembly.Location, typeof(HiveModelAttribute).Assembly.Location, typeof(Adapters.Sqlite.SqliteMap).Assembly.Location, typeof(HiveWebExtensions).Assembly.Location];
        return [.. platform.Concat(own).Distinct().Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
