using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace HiveGen.Generator.Tests;

/// <summary>The schema of a compiled app, read without a database: what the generator understood of its models.</summary>
internal static class EmittedSchema
{
    public static HiveSchema Of(params string[] sources) => Of(GeneratorHarness.Compile(sources));

    public static HiveSchema Of(CSharpCompilation compilation)
    {
        GeneratorDriver driver = GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out var diagnostics);
        Assert.Empty(GeneratorHarness.Told(diagnostics));
        string database = GeneratorHarness.Result(driver).GeneratedSources.Select(static source => source.HintName)
            .Single(static name => name.EndsWith(".Database.g.cs", StringComparison.Ordinal)).Replace(".Database.g.cs", "", StringComparison.Ordinal);
        using MemoryStream image = new();
        EmitResult emitted = output.Emit(image);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        return (HiveSchema)Assembly.Load(image.ToArray()).GetType(database, throwOnError: true)!.GetProperty("Schema")!.GetValue(null)!;
    }

    /// <summary>The columns of a table without the id, as CREATE TABLE spells them.</summary>
    public static string[] Columns(HiveModel model)
        => [.. model.CreateTable.Split('\n')[2..^1].Select(static line => line.Trim().TrimEnd(','))];
}
