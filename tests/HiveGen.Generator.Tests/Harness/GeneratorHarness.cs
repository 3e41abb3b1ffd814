using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>Compiles sources against the real runtime and runs the generator over them.</summary>
internal static class GeneratorHarness
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using HiveGen;";

    /// <summary>A compilation of these sources; each is a file of its own, named Source0.cs and so on.</summary>
    public static CSharpCompilation Compile(params string[] sources)
    {
        List<SyntaxTree> trees = [Parse(Usings, "Usings.cs")];
        for (int i = 0; i < sources.Length; i++)
        {
            trees.Add(Parse(sources[i], $"Source{i}.cs"));
        }

        return CSharpCompilation.Create(
            "Tests.App",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
    }

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>A driver that tracks its steps.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new HiveGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs once.</summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation) => Result(Driver().RunGenerators(compilation));

    /// <summary>The result of a run that did not throw.</summary>
    public static GeneratorRunResult Result(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return result;
    }

    /// <summary>What the user hears; HIVE0000, which is hidden, tells how many models there are.</summary>
    public static Diagnostic[] Told(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];

    /// <summary>Runs, and requires that the whole compiles without a warning and that nothing was reported.</summary>
    public static (CSharpCompilation Output, GeneratorRunResult Result) RunClean(CSharpCompilation compilation)
    {
        GeneratorDriver driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorRunResult result = Result(driver);
        Assert.Empty(Told(diagnostics));
        AssertClean(output);
        AssertCached(driver.RunGenerators(compilation.Clone()));
        return ((CSharpCompilation)output, result);
    }

    /// <summary>Requires that nothing was made anew.</summary>
    public static void AssertCached(GeneratorDriver driver)
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in Result(driver).TrackedOutputSteps)
        {
            foreach (IncrementalGeneratorRunStep step in steps)
            {
                Assert.All(step.Outputs, output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {output.Reason}"));
            }
        }
    }

    public static void AssertClean(Compilation compilation)
    {
        IEnumerable<string> problems = compilation.WithNullFlow().GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && (diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true))
            .Select(static diagnostic => diagnostic.ToString());
        string text = string.Join(Environment.NewLine, problems.Take(20));
        Assert.True(text.Length == 0, text);
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string[] own = [typeof(HiveEngine).Assembly.Location, typeof(HiveModelAttribute).Assembly.Location, typeof(HiveGen.Adapters.Sqlite.SqliteMap).Assembly.Location, typeof(HiveGen.TestModels.Account).Assembly.Location];
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"));
        return [.. platform.Concat(own).Distinct().Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
