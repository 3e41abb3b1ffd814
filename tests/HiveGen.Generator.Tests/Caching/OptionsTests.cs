using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HiveGen.Generator.Tests;

/// <summary>What a change of the build's options makes anew.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void An_option_that_is_not_ours_makes_nothing_anew()
        => Assert.Equal([], Remade(new("One", "debug"), new("One", "release")));

    [Fact]
    public void Another_root_namespace_moves_the_database_and_reaches_all_that_name_it()
        => Assert.Equal(["A.g.cs", "Two.Hive.Database.g.cs", "Two.Hive.Json.g.cs", "Two.Hive.Registration.g.cs"], Remade(new("One", "debug"), new("Two", "debug")));

    private static string[] Remade(Options before, Options after)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("[HiveModel] public sealed partial class A { }");
        GeneratorDriver driver = GeneratorHarness.Driver().WithUpdatedAnalyzerConfigOptions(before).RunGenerators(compilation);
        ImmutableArray<GeneratedSourceResult> old = GeneratorHarness.Result(driver).GeneratedSources;
        ImmutableArray<GeneratedSourceResult> made = GeneratorHarness.Result(driver.WithUpdatedAnalyzerConfigOptions(after).RunGenerators(compilation)).GeneratedSources;
        return [.. made.Where(source => !old.Any(other => ReferenceEquals(other.SourceText, source.SourceText))).Select(static source => source.HintName).Order(StringComparer.Ordinal)];
    }

    private sealed class Options(string rootNamespace, string configuration) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(rootNamespace, configuration);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string rootNamespace, string configuration) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch { "build_property.RootNamespace" => rootNamespace, "build_property.Configuration" => configuration, _ => null };
            return value is not null;
        }
    }
}
