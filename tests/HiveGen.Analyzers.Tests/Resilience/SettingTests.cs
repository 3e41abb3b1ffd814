using System.Collections.Immutable;
using HiveGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>Projects with unusual settings and names, whose generated code must compile all the same, without a warning.</summary>
public sealed class SettingTests
{
    /// <summary>Every kind of class, without a single implicit using.</summary>
    private const string Models = """
        namespace App;

        [HiveGen.HiveModel(Sync = "authors"), HiveGen.Unique(nameof(Name), nameof(Born))]
        public sealed partial class Author
        {
            public required string Name { get; set; }
            public System.DateOnly? Born { get; set; }
            [HiveGen.Scale(2)] public decimal Fee { get; set; } = 1.5m;
            [HiveGen.LocalOnly] public byte[]? Picture { get; set; }
        }

        [HiveGen.HiveModel(Sync = "books")]
        public sealed partial record Book(string Title, HiveGen.Link<Author> Author, int Pages = 1) { [HiveGen.UpdatedAt] public System.DateTimeOffset UpdatedAt { get; init; } }

        [HiveGen.HiveHooks]
        public sealed class AuthorHooks : Author.Hooks
        {
            public override System.Threading.Tasks.ValueTask BeforeAdd(AuthorBeforeAdd e) => default;
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_supported_version_of_C_sharp_compiles_it(LanguageVersion version) => Check(new(version, DocumentationMode.Diagnose), App.References, NullableContextOptions.Enable, Models);

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Every_nullable_setting_compiles_it(NullableContextOptions nullable)
        => Check(App.ParseOptions, App.References, nullable, nullable.AnnotationsEnabled() ? Models : Models.Replace("byte[]?", "byte[]", StringComparison.Ordinal));

    [Fact]
    public void Checked_arithmetic_unsafe_code_and_symbols_change_nothing()
        => Check(App.ParseOptions.WithPreprocessorSymbols("System", "HiveGen", "NET"), App.References, NullableContextOptions.Enable, Models, static options => options.WithOverflowChecks(true).WithAllowUnsafe(true).WithOptimizationLevel(OptimizationLevel.Release));

    [Fact]
    public void A_library_under_an_alias_disturbs_nothing()
    {
        MemoryStream image = new();
        CSharpCompilation other = CSharpCompilation.Create("Other", [CSharpSyntaxTree.ParseText("namespace HiveGen { public sealed class HiveEngine { } public sealed class Codecs { } } namespace System { public sealed class Guid { } }")], App.References, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(other.Emit(image).Success);

        Check(App.ParseOptions, App.References.Add(MetadataReference.CreateFromImage(image.ToArray()).WithAliases(["other"])), NullableContextOptions.Enable, "extern alias other;\n" + Models + "\npublic sealed class Keeps { public other::HiveGen.HiveEngine? Engine { get; set; } }");
    }

    [Theory]
    [InlineData("App.System")]
    [InlineData("App.HiveGen")]
    [InlineData("App.Hive")]
    [InlineData("Hive")]
    [InlineData("App.Microsoft.Data")]
    [InlineData("@class.@namespace")]
    [InlineData("System.Own")]
    [InlineData("HiveGen.Own")]
    [InlineData("HiveGen.Storage")]
    public void Every_namespace_compiles_it(string space)
        => Check(App.ParseOptions, App.References, NullableContextOptions.Enable, Models.Replace("namespace App;", $"namespace {space};", StringComparison.Ordinal).Replace("HiveGen.", "global::HiveGen.", StringComparison.Ordinal).Replace($"namespace global::", "namespace ", StringComparison.Ordinal).Replace("System.D", "global::System.D", StringComparison.Ordinal).Replace("System.T", "global::System.T", StringComparison.Ordinal));

    [Theory]
    [InlineData("public static class System { } public static class HiveGen { }")]
    [InlineData("public sealed class HiveDatabase { } public sealed class HiveEngine { } public sealed class Codecs { } public sealed class Link<T> { } public sealed class Column<T> { }")]
    [InlineData("public enum String { } public enum Int32 { } public enum Type { } public enum Guid { } public enum DateTimeOffset { } public enum ValueTask { } public enum Exception { }")]
    [InlineData("public interface IReadOnlyList<T> { } public sealed class List<T> { } public sealed class Func<T> { } public delegate void Action();")]
    [InlineData("public sealed class Columns { } public sealed class Changes { } public sealed class Schema { } public sealed class Hooks { } public sealed class Instance { } public sealed class Tokens { }")]
    public void Types_named_like_ours_disturb_nothing(string types)
        => Check(App.ParseOptions, App.References, NullableContextOptions.Enable, Models.Replace("HiveGen.", "global::HiveGen.", StringComparison.Ordinal).Replace("System.", "global::System.", StringComparison.Ordinal).Replace("namespace App;", "namespace App;\n" + types, StringComparison.Ordinal));

    private static void Check(CSharpParseOptions parse, ImmutableArray<MetadataReference> references, NullableContextOptions nullable, string source, Func<CSharpCompilationOptions, CSharpCompilationOptions>? with = null)
    {
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999);
        CSharpCompilation app = CSharpCompilation.Create("Tests.App", [CSharpSyntaxTree.ParseText("#pragma warning disable CS1591, CS8618, CS0436\n" + source, parse, "Source0.cs", System.Text.Encoding.UTF8)], references, with?.Invoke(options) ?? options);

        GeneratorDriver driver = CSharpGeneratorDriver.Create([new Generator.HiveGenerator().AsSourceGenerator()], parseOptions: parse).RunGeneratorsAndUpdateCompilation(app, out Compilation output, out ImmutableArray<Diagnostic> told);

        Assert.Null(driver.GetRunResult().Results[0].Exception);
        string problems = string.Join(Environment.NewLine, told.Concat(output.WithNullFlow().GetDiagnostics()).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.True(problems.Length == 0, problems);
        // Two models, the hooks of one of them, and the three files of the database.
        Assert.Equal(6, driver.GetRunResult().GeneratedTrees.Length);
    }
}
