using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using HiveGen.Generator;
using HiveGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HiveGen.Corpus;

/// <summary>Compiles sources with the generator and loads what comes of it.</summary>
internal static class AppCompiler
{
    private static readonly ConcurrentDictionary<string, Lazy<CompiledApp>> Compiled = new(StringComparer.Ordinal);

    /// <summary>The app of these sources; the same sources are compiled once.</summary>
    public static CompiledApp Compile(params string[] sources) => Compiled.GetOrAdd(string.Join('\0', sources), _ => new Lazy<CompiledApp>(() => Make(sources))).Value;

    private static CompiledApp Make(string[] sources)
    {
        CSharpCompilation input = GeneratorHarness.Compile(sources).AddReferences(MetadataReference.CreateFromFile(typeof(Support).Assembly.Location));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new HiveGenerator()).WithUpdatedParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13));
        driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> told);
        using MemoryStream image = new();
        EmitResult emitted = output.Emit(image);
        string problems = string.Join(Environment.NewLine, GeneratorHarness.Told(told).Concat(emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)).Take(20));
        Assert.True(problems.Length == 0, problems + Environment.NewLine + string.Join(Environment.NewLine, sources));
        return new CompiledApp(Assembly.Load(image.ToArray()));
    }
}
