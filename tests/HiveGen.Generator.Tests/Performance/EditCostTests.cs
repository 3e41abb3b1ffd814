using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace HiveGen.Generator.Tests;

/// <summary>
/// What each kind of edit allocates among 200 models, next to a bare transform that reads the same symbols. Bytes are asserted and times
/// are not, because the code decides the one and the machine the other.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class EditCostTests(ITestOutputHelper output)
{
    private const int Models = 200;
    private const int Rounds = 5;

    /// <summary>What one model's file may cost on top: reading the model again, and its text several times over.</summary>
    private const long OneFile = 400_000;

    [Theory]
    [InlineData("an unrelated edit", "Other.cs", "/*edit*/", "/*#*/", 0L)]
    [InlineData("a comment in a model's file", "M7.cs", "/*edit*/", "/*#*/", 0L)]
    [InlineData("the body of a method", "M7.cs", "=> 1;", "=> #;", 0L)]
    [InlineData("a property", "M7.cs", "int Count ", "int Count# ", OneFile)]
    [InlineData("an attribute of a property", "M7.cs", "Range(0, 9)", "Range(0, 9#)", OneFile)]
    public void An_edit_costs_little_more_than_reading_the_symbols(string edit, string file, string before, string after, long more)
    {
        long own = Bytes(new HiveGenerator(), file, before, after);
        long bare = Bytes(new BareGenerator(), file, before, after);

        output.WriteLine($"{edit}: {own / 1024.0 / Models:F1} KB a model, bare transform {bare / 1024.0 / Models:F1}, {(own - bare) / 1024.0:F0} KB more in all");
        Assert.True(own <= (bare * 1.2) + more, $"{edit}: {own} bytes, and the bare transform {bare}.");
    }

    private static long Bytes(IIncrementalGenerator generator, string file, string before, string after)
    {
        Dictionary<string, string> sources = Enumerable.Range(0, Models).ToDictionary(static i => $"M{i}.cs", Source);
        sources["Other.cs"] = "public static class Other { public const int Value = 0; /*edit*/ }";
        CSharpCompilation compilation = GeneratorHarness.Compile().AddSyntaxTrees(sources.Select(static source => GeneratorHarness.Parse(source.Value, source.Key)));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options).RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        List<long> bytes = [];
        for (int i = 1; i <= Rounds; i++)
        {
            SyntaxTree edited = GeneratorHarness.Parse(sources[file].Replace(before, after.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), StringComparison.Ordinal), file);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            tree = edited;
            long start = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(compilation);
            bytes.Add(GC.GetAllocatedBytesForCurrentThread() - start);
        }

        bytes.Sort();
        return bytes[Rounds / 2];
    }

    private static string Source(int i) => $$"""
        namespace App;
        /*edit*/
        [HiveModel(Sync = "models{{i}}")]
        public sealed partial class Model{{i}}
        {
            [Unique] public required string Email { get; set; }
            public string Plan { get; set; } = "free";
            [System.ComponentModel.DataAnnotations.Range(0, 9)] public int Count { get; set; }
            public long? Total { get; set; }
            [Scale(2)] public decimal Price { get; set; }
            [LocalOnly] public string? Secret { get; set; }
            [CreatedAt] public DateTimeOffset CreatedAt { get; set; }
            public int Computed() => 1;
        }
        """;
}
