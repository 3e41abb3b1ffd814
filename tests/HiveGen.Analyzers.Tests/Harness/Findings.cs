using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Tests;

/// <summary>Runs every rule over an app. A rule that throws fails the test.</summary>
internal static class Findings
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(HiveGen.Analyzers.Models.ModelAnalyzer).Assembly.GetTypes().Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(static type => type.Name, StringComparer.Ordinal).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the rules say of user code, in order of place.</summary>
    public static async Task<Diagnostic[]> OfAsync(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        ConcurrentQueue<Exception> thrown = [];
        CompilationWithAnalyzersOptions run = new(options ?? new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(compilation, Rules, run).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(thrown);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Requires exactly the marked findings of one rule, and that the marked code compiles.</summary>
    public static async Task<Diagnostic[]> ExpectAsync(string id, string marked, bool compiles = true, IEnumerable<MetadataReference>? references = null)
    {
        Marked source = new(marked);
        CSharpCompilation app = App.Generate(App.Compile(references ?? App.References, source.Text));
        if (compiles)
        {
            AssertCompiles(app);
        }

        Diagnostic[] found = await OfAsync(app);
        Diagnostic[] own = [.. found.Where(diagnostic => diagnostic.Id == id)];
        Assert.Equal(source.Spans.Select(span => $"{id} {source.Text[span.Start..span.End]} at {span.Start}"), own.Select(diagnostic => $"{diagnostic.Id} {source.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)} at {diagnostic.Location.SourceSpan.Start}"));
        return own;
    }

    /// <summary>Requires that no rule at all has anything to say.</summary>
    public static async Task ExpectNothingAsync(string source)
    {
        CSharpCompilation app = App.Generate(App.Compile(App.References, source));
        AssertCompiles(app);
        Assert.Equal([], (await OfAsync(app)).Select(static diagnostic => diagnostic.ToString()));
    }

    private static void AssertCompiles(CSharpCompilation app)
    {
        string errors = string.Join(Environment.NewLine, app.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.True(errors.Length == 0, errors);
    }
}
