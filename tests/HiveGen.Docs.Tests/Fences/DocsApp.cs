using System.Collections.Immutable;
using HiveGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Docs.Tests.Fences;

/// <summary>Compiles code as a user's project would: against every package, with the generator, and with the usings of a web project.</summary>
internal static class DocsApp
{
    /// <summary>The root namespace of the app.</summary>
    public const string Namespace = "Shop";

    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        global using System.ComponentModel.DataAnnotations; global using HiveGen;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(static path => System.IO.Path.GetFileName(path) is var name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("xunit", StringComparison.Ordinal) && !name.StartsWith("HiveGen.Docs", StringComparison.Ordinal) && name is not "HiveGen.Generator.dll")
            .Select(static path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees)
        => CSharpCompilation.Create(
            Namespace,
            [Parse(Usings, "Usings.cs"), .. trees],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>The app with what is generated for it, and what the generator said.</summary>
    public static (CSharpCompilation App, ImmutableArray<Diagnostic> Told) Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new HiveGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation app, out _);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return ((CSharpCompilation)app, result.Diagnostics);
    }

    /// <summary>What keeps these files from being built. The rest is not looked at: that generated code compiles is tested elsewhere.</summary>
    public static string Errors(CSharpCompilation app, ImmutableArray<Diagnostic> told, IEnumerable<SyntaxTree> files)
        => string.Join(Environment.NewLine, told.Concat(files.SelectMany(file => app.GetSemanticModel(file).GetDiagnostics()))
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString()).Distinct().Take(20));
}
