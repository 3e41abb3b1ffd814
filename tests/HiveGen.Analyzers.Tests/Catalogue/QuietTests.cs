using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Analyzers.Tests.Catalogue;

/// <summary>Where the rules keep quiet.</summary>
public sealed class QuietTests
{
    private const string Loud = "[HiveModel(Sync = \"as\")] public sealed partial class A { public string? Password { get; set; } }";

    [Theory]
    [InlineData("samples/Blog", new[] { "HIVE0102 Account.cs" })] // a handle is unique among those who have one
    [InlineData("samples/EdgeNode", new string[0])]
    [InlineData("samples/Minimal", new string[0])]
    [InlineData("tests/HiveGen.TestModels", new[] { "HIVE0102 Account.cs", "HIVE0109 AllTypes.cs" })] // as above; a list is one of all types
    public async Task The_rules_find_nothing_in_our_own_apps_that_is_not_meant(string folder, string[] meant)
    {
        CSharpCompilation app = App.Compile(App.References).AddSyntaxTrees(Directory.GetFiles(Path.Combine(Repository.Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Select(static path => App.Parse(File.ReadAllText(path), Path.GetFileName(path))));

        Diagnostic[] found = await Findings.OfAsync(App.Generate(app));

        Assert.Equal(meant, found.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.FilePath}"));
    }

    [Fact]
    public async Task A_project_that_does_not_use_HiveGen_is_left_alone()
    {
        ImmutableArray<MetadataReference> without = [.. App.References.Where(static reference => !Path.GetFileName(reference.Display!).StartsWith("HiveGen.", StringComparison.Ordinal))];
        CSharpCompilation app = CSharpCompilation.Create(
            "Other",
            [App.Parse("namespace HiveGen { public sealed class Marker : System.Attribute; } public class A { public string? Password { get; set; } public static async System.Threading.Tasks.Task Run(System.Threading.Tasks.Task t) { await t; t.Wait(); new Microsoft.Data.Sqlite.SqliteCommand($\"SELECT {t.Id}\"); } }", "A.cs")],
            without);

        Assert.Empty(await Findings.OfAsync(app));
    }

    [Fact]
    public async Task A_library_that_has_only_the_schema_is_told_about_its_models_without_a_failure()
    {
        ImmutableArray<MetadataReference> schema = [.. App.References.Where(static reference => Path.GetFileName(reference.Display!) is var name && (name == "HiveGen.Schema.dll" || !name.StartsWith("HiveGen.", StringComparison.Ordinal)))];

        Diagnostic[] found = await Findings.OfAsync(App.Compile(schema, Loud));

        Assert.Equal("HIVE0104", Assert.Single(found).Id);
    }

    [Fact]
    public async Task A_pragma_silences_a_rule()
        => Assert.DoesNotContain(await Findings.OfAsync(App.Generate(App.Compile(App.References, "#pragma warning disable HIVE0104\n" + Loud))), static diagnostic => !diagnostic.IsSuppressed);

    [Theory]
    [InlineData("dotnet_diagnostic.HIVE0104.severity", "none", null)]
    [InlineData("dotnet_diagnostic.HIVE0104.severity", "error", DiagnosticSeverity.Error)]
    [InlineData("dotnet_diagnostic.HIVE0104.severity", "suggestion", DiagnosticSeverity.Info)]
    [InlineData("dotnet_analyzer_diagnostic.category-HiveGen.Security.severity", "error", DiagnosticSeverity.Error)]
    [InlineData("dotnet_analyzer_diagnostic.category-HiveGen.Hooks.severity", "error", DiagnosticSeverity.Warning)]
    public async Task An_editorconfig_sets_the_severity(string key, string value, DiagnosticSeverity? expected)
    {
        EditorConfig config = new($"{key} = {value}");
        CSharpCompilation app = App.Compile(App.References, Loud);
        app = App.Generate(app.WithOptions(app.Options.WithSyntaxTreeOptionsProvider(config)));

        Diagnostic[] found = await Findings.OfAsync(app, config.Options);

        Assert.Equal(expected is { } severity ? [severity] : [], found.Select(static diagnostic => diagnostic.Severity));
    }

    [Fact]
    public void Rules_run_concurrently_and_leave_generated_code_alone()
    {
        foreach (DiagnosticAnalyzer analyzer in Findings.Rules)
        {
            string text = string.Concat(Repository.Sources("generator/HiveGen.Analyzers").Where(source => source.Contains($"class {analyzer.GetType().Name} ", StringComparison.Ordinal)));
            Assert.Contains("EnableConcurrentExecution()", text, StringComparison.Ordinal);
            Assert.Contains("GeneratedCodeAnalysisFlags.None", text, StringComparison.Ordinal);
        }
    }
}
