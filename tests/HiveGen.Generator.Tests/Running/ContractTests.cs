using System.Reflection;
using HiveGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Tests;

/// <summary>Code that was generated for one runtime never runs with another, and what is wrong is said in words.</summary>
public sealed class ContractTests
{
    private const string Source = "namespace App; [HiveModel] public sealed partial class X { public required string Text { get; set; } public static int Touched() => 1; }";

    [Fact]
    public void Generator_and_runtime_have_the_same_contract() => Assert.Equal(HiveContract.Version, Contract.Version);

    [Fact]
    public void A_runtime_of_another_contract_is_told_once_and_nothing_is_generated()
    {
        // What the project declares hides what it references.
        CSharpCompilation compilation = GeneratorHarness.Compile(Source, $"namespace HiveGen {{ public static class HiveContract {{ public const int Version = {Contract.Version + 1}; }} }}");

        Assert.Contains($"generates for contract {Contract.Version}, and the referenced HiveGen.Runtime 0.0.0 has contract {Contract.Version + 1};", Refused(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_runtime_is_told_once_and_nothing_is_generated()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Source);
        MetadataReference[] libraries = [.. compilation.References.Where(static reference => Path.GetFileName(reference.Display!).StartsWith("HiveGen.", StringComparison.Ordinal) && !reference.Display!.EndsWith("HiveGen.Schema.dll", StringComparison.Ordinal))];

        Assert.Contains("HiveGen.Runtime is not referenced", Refused(compilation.RemoveReferences(libraries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "by an older HiveGen", "Give the package HiveGen in the project of 'Tests.App' the version of HiveGen.Runtime, and build it again.")]
    [InlineData(+1, "by a newer HiveGen", "the version of the package HiveGen that 'Tests.App' was built with.")]
    public void An_app_that_was_built_for_another_runtime_stops_at_its_first_use(int newer, string what, string remedy)
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile(Source));
        SyntaxTree registration = output.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith(".Registration.g.cs", StringComparison.Ordinal));
        string other = registration.ToString().Replace($"HiveContract.Require({Contract.Version},", $"HiveContract.Require({Contract.Version + newer},", StringComparison.Ordinal);
        using MemoryStream image = new();
        Assert.True(output.ReplaceSyntaxTree(registration, registration.WithChangedText(SourceText.From(other))).Emit(image).Success);
        MethodInfo touched = Assembly.Load(image.ToArray()).GetType("App.X", throwOnError: true)!.GetMethod("Touched")!;

        Exception thrown = Assert.ThrowsAny<Exception>(() => touched.Invoke(null, null));
        while (thrown is not HiveException && thrown.InnerException is { } inner)
        {
            thrown = inner;
        }

        string message = Assert.IsType<HiveException>(thrown).Message;
        Assert.Contains($"'Tests.App' were generated {what} (contract {Contract.Version + newer}) than the HiveGen.Runtime ", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
    }

    private static string Refused(CSharpCompilation compilation)
    {
        GeneratorRunResult result = GeneratorHarness.Run(compilation);

        Diagnostic told = Assert.Single(GeneratorHarness.Told(result.Diagnostics));
        Assert.Equal("HIVE0029", told.Id);
        Assert.Empty(result.GeneratedSources);
        return told.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }
}
