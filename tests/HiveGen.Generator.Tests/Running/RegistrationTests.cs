using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>What AddHive registers follows from what the project references.</summary>
public sealed class RegistrationTests
{
    private const string Source = "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { public required string Text { get; set; } }";

    [Fact]
    public void With_the_web_package_the_JSON_metadata_reaches_it()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Source)
            .AddReferences(MetadataReference.CreateFromFile(typeof(HiveWebExtensions).Assembly.Location));

        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(compilation);

        Assert.Contains("AddHiveWeb(builder.Services, global::Tests.App.HiveJson.Instance)", Registration(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_it_and_without_the_adapter_neither_is_named()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Source);
        MetadataReference adapter = compilation.References.Single(static reference => reference.Display!.EndsWith("HiveGen.Adapters.Sqlite.dll", StringComparison.Ordinal));

        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(compilation.RemoveReferences(adapter));

        Assert.DoesNotContain("AddHiveWeb", Registration(result), StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", string.Concat(result.GeneratedSources.Select(static source => source.SourceText.ToString())).Replace("SQLite", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Registration(GeneratorRunResult result)
        => result.GeneratedSources.Single(static source => source.HintName.EndsWith(".Registration.g.cs", StringComparison.Ordinal)).SourceText.ToString();
}
