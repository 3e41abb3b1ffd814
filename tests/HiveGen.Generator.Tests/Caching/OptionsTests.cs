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

    [Theory]
    [InlineData("My.App", "My.App")]
    [InlineData("My-App.9to5", "My_App._9to5")]
    [InlineData("9to5", "_9to5")]
    [InlineData("A b.c", "A_b.c")]
    [InlineData(".App.", "App")]
    [InlineData("", "Tests.App")]
    [InlineData(null, "Tests.App")]
    public void The_database_stands_in_the_root_namespace_spelt_as_CSharp_can(string? root, string expected)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("[HiveModel] public sealed partial class A { }");
        GeneratorDriver driver = GeneratorHarness.Driver().WithUpdatedAnalyzerConfigOptions(new Options(root, "debug")).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);

        Assert.Contains(expected + ".Hive.Database.g.cs", GeneratorHarness.Result(driver).GeneratedSources.Select(static source => source.HintName));
        GeneratorHarness.AssertClean(output);
    }

    [Fact]
    public void A_compilation_without_a_name_has_a_namespace_all_the_same()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("[HiveModel] public sealed partial class A { }").WithAssemblyName(null);

        Assert.Contains("App.Hive.Database.g.cs", GeneratorHarness.Run(compilation).GeneratedSources.Select(static source => source.HintName));
    }

    [Theory]
    [InlineData("", "Tests.App.Hive")]
    [InlineData("namespace Tests.App { public class Hive { } }", "Tests.App.HiveDatabase")]
    [InlineData("namespace Tests.App { public class HiveJson { } }", "Tests.App.HiveDatabase")]
    [InlineData("namespace Tests.App { public class HiveRegistration { } public class HiveDatabase { } }", "Tests.App.HiveDatabase2")]
    [InlineData("namespace Tests.App { public class HiveRegistration { } public class HiveDatabaseJson { } public class HiveDatabase2 { } }", "Tests.App.HiveDatabase3")]
    [InlineData("namespace Tests.App.Hive { public class X { } }", "Tests.App.HiveDatabase")]
    [InlineData("namespace Other { public class Hive { } }", "Tests.App.Hive")]
    [InlineData("[HiveModel(Plural = \"Hive\")] public sealed partial class Bee { }", "Tests.App.HiveDatabase")]
    [InlineData("namespace Z { [HiveDatabase] public sealed partial class Db { } } namespace Y { [HiveDatabase] public sealed partial class Db { } } namespace Z2 { [HiveDatabase] public sealed partial class Db { } }", "Y.Db")]
    public void The_database_has_a_name_that_is_free(string source, string expected)
    {
        GeneratorRunResult result = GeneratorHarness.Run(GeneratorHarness.Compile("[HiveModel] public sealed partial class A { }", source));

        Assert.Equal([expected + ".Database.g.cs"], result.GeneratedSources.Select(static file => file.HintName).Where(static name => name.EndsWith(".Database.g.cs", StringComparison.Ordinal)));
    }

    private static string[] Remade(Options before, Options after)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("[HiveModel] public sealed partial class A { }");
        GeneratorDriver driver = GeneratorHarness.Driver().WithUpdatedAnalyzerConfigOptions(before).RunGenerators(compilation);
        ImmutableArray<GeneratedSourceResult> old = GeneratorHarness.Result(driver).GeneratedSources;
        ImmutableArray<GeneratedSourceResult> made = GeneratorHarness.Result(driver.WithUpdatedAnalyzerConfigOptions(after).RunGenerators(compilation)).GeneratedSources;
        return [.. made.Where(source => !old.Any(other => ReferenceEquals(other.SourceText, source.SourceText))).Select(static source => source.HintName).Order(StringComparer.Ordinal)];
    }

    private sealed class Options(string? rootNamespace, string configuration) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(rootNamespace, configuration);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string? rootNamespace, string configuration) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch { "build_property.RootNamespace" => rootNamespace, "build_property.Configuration" => configuration, _ => null };
            return value is not null;
        }
    }
}
