using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace HiveGen.Generator.Tests;

/// <summary>
/// What the generator costs on 500 models of 15 properties, next to a bare transform that reads the same symbols and attributes.
/// Times are printed, because the machine decides them; bytes are asserted, because the code does.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class GeneratorCostTests(ITestOutputHelper output)
{
    private const int Models = 500;
    private const int Rounds = 7;

    [Fact]
    public void An_unrelated_edit_costs_little_more_than_reading_the_symbols()
    {
        Cost own = Measure(static () => new HiveGenerator());
        Cost bare = Measure(static () => new BareGenerator());
        double ratio = (double)own.EditBytes / bare.EditBytes;

        output.WriteLine($"cold: {own.ColdMilliseconds / Models:F3} ms a model (bare transform {bare.ColdMilliseconds / Models:F3})");
        output.WriteLine($"unrelated edit: {own.EditMilliseconds:F1} ms (bare {bare.EditMilliseconds:F1}), {own.EditBytes / Models / 1024.0:F1} KB a model (bare {bare.EditBytes / Models / 1024.0:F1}), ratio {ratio:F3}");
        Assert.True(ratio <= 1.2, $"An unrelated edit allocates {ratio:F3} times what the bare transform does.");
    }

    private static Cost Measure(Func<IIncrementalGenerator> create)
    {
        string[] sources = [.. Enumerable.Range(0, Models).Select(Source), "public static class Other { public const int Value = 0; }"];
        List<double> cold = [];
        List<double> edit = [];
        List<long> bytes = [];
        for (int round = 0; round < 2; round++)
        {
            CSharpCompilation compilation = GeneratorHarness.Compile(sources);
            GeneratorDriver driver = CSharpGeneratorDriver.Create([create().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            cold.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            SyntaxTree other = compilation.SyntaxTrees.Single(static tree => tree.FilePath == $"Source{Models}.cs");
            for (int i = 1; i <= Rounds; i++)
            {
                SyntaxTree edited = GeneratorHarness.Parse($"public static class Other {{ public const int Value = {i}; }}", other.FilePath);
                compilation = compilation.ReplaceSyntaxTree(other, edited);
                other = edited;
                long before = GC.GetAllocatedBytesForCurrentThread();
                start = Stopwatch.GetTimestamp();
                driver = driver.RunGenerators(compilation);
                edit.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }

        return new Cost(cold.Min(), Median(edit), Median(bytes));
    }

    private static T Median<T>(List<T> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Source(int i)
    {
        StringBuilder text = new();
        text.Append("namespace App;\n[HiveModel(Sync = \"models").Append(i).Append("\")]\npublic sealed partial class Model").Append(i).Append("\n{\n");
        text.Append("    [Unique] public required string Email { get; set; }\n    public string? Name { get; set; }\n    public string Plan { get; set; } = \"free\";\n");
        text.Append("    public int Count { get; set; }\n    public long? Total { get; set; }\n    public bool Active { get; set; } = true;\n    public double Ratio { get; set; }\n");
        text.Append("    [Scale(2)] public decimal Price { get; set; }\n    public Guid Token { get; set; }\n    public DateOnly? Day { get; set; }\n    public byte[]? Data { get; set; }\n");
        text.Append("    [LocalOnly] public string? Secret { get; set; }\n    [System.ComponentModel.DataAnnotations.StringLength(200)] public string? Body { get; set; }\n");
        text.Append("    [CreatedAt] public DateTimeOffset CreatedAt { get; set; }\n    [UpdatedAt] public DateTimeOffset UpdatedAt { get; set; }\n}\n");
        return text.ToString();
    }

    private sealed record Cost(double ColdMilliseconds, double EditMilliseconds, long EditBytes);
}
