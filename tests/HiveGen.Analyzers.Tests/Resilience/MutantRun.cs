using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>Generates for one mutant after the other, with the caches of the one before, as an editor does.</summary>
internal sealed class MutantRun
{
    private static readonly string[] Needed =
    [
        "Microsoft.Data.Sqlite", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "netstandard",
        "SQLitePCLRaw.core", "System.Collections", "System.Collections.Immutable", "System.ComponentModel", "System.ComponentModel.Annotations", "System.ComponentModel.TypeConverter", "System.Console", "System.Data.Common", "System.Diagnostics.DiagnosticSource",
        "System.Linq", "System.Memory", "System.ObjectModel", "System.Private.CoreLib", "System.Private.Uri", "System.Runtime", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading",
    ];

    /// <summary>As few as the seeds need: a compilation begins with looking through all of them.</summary>
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. App.References.Where(static reference => Path.GetFileNameWithoutExtension(reference.Display!) is var name && (Array.IndexOf(Needed, name) >= 0 || name is "HiveGen.Schema" or "HiveGen.Runtime" or "HiveGen.Adapters.Sqlite")),
    ];

    private CSharpCompilation app = App.Compile(References, Seeds.Fixed, "");
    private GeneratorDriver driver = App.Driver();

    /// <summary>How many mutants compiled, and therefore had to be generated for without an error.</summary>
    public int Compiled { get; private set; }

    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> TryAsync(string mutant)
    {
        SyntaxTree old = app.SyntaxTrees[^1];
        SyntaxTree tree = App.Parse(mutant, old.FilePath);
        if (!CompilerTellsErrors(tree))
        {
            return null;
        }

        app = app.ReplaceSyntaxTree(old, tree);
        driver = driver.RunGeneratorsAndUpdateCompilation(app, out Compilation output, out _);
        if (driver.GetRunResult().Results[0].Exception is { } thrown)
        {
            driver = App.Driver();
            return "The generator threw " + thrown;
        }

        // The compilation in which the rules run is asked for errors, too: binding twice would take twice as long.
        string? failure = null;
        CompilationWithAnalyzersOptions options = new(new AnalyzerOptions([]), (exception, analyzer, _) => failure = analyzer.GetType().Name + " threw " + exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers rules = new(output, Findings.Rules, options);
        SyntaxTree user = output.SyntaxTrees.First(tree => tree.FilePath == old.FilePath);
        ImmutableArray<Diagnostic> found = await rules.GetAnalyzerSemanticDiagnosticsAsync(rules.Compilation.GetSemanticModel(user), filterSpan: null, CancellationToken.None);
        return failure ?? found.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001")?.ToString() ?? BrokenCode(rules.Compilation, user);
    }

    // Roslyn 4.14 falls over its own list of syntax errors of a few sources, before any generator or rule is asked.
    private static bool CompilerTellsErrors(SyntaxTree tree)
    {
        try
        {
            _ = tree.GetDiagnostics().Count();
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private string? BrokenCode(Compilation output, SyntaxTree user)
    {
        if (Errors(output, user).Any())
        {
            return null;
        }

        Compiled++;
        Diagnostic? broken = output.SyntaxTrees.Where(App.IsGenerated).SelectMany(tree => Errors(output, tree)).FirstOrDefault();
        return broken is null ? null : "Generated code does not compile: " + broken + Environment.NewLine + broken.Location.SourceTree!.GetText().Lines[broken.Location.GetLineSpan().StartLinePosition.Line];
    }

    private static IEnumerable<Diagnostic> Errors(Compilation output, SyntaxTree tree)
        => output.GetSemanticModel(tree).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
