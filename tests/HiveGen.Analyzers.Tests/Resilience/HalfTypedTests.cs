using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>Code as it is while somebody types: nothing throws, and what does not concern the place goes on being generated.</summary>
public sealed class HalfTypedTests
{
    private const string Healthy = "namespace Healthy { [HiveModel(Sync = \"goods\")] public sealed partial class Good { public required string Text { get; set; } } }";

    [Theory]
    [InlineData("[HiveModel]")]
    [InlineData("[HiveModel] public")]
    [InlineData("[HiveModel] public sealed partial class")]
    [InlineData("[HiveModel] public sealed partial class {")]
    [InlineData("[HiveModel] public sealed partial class A")]
    [InlineData("[HiveModel] public sealed partial class A {")]
    [InlineData("[HiveModel] public sealed partial class A { public")]
    [InlineData("[HiveModel] public sealed partial class A { public string")]
    [InlineData("[HiveModel] public sealed partial class A { public string Name {")]
    [InlineData("[HiveModel] public sealed partial class A { public string Name { get; set; } =")]
    [InlineData("[HiveModel] public sealed partial class A { public string { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A { public required Link< B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A { public Link<>? B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A { [ public string? B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A { [StringLength( public string? B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A { [JsonColumn(typeof())] public string? B { get; set; } }")]
    [InlineData("[HiveModel(Sync = )] public sealed partial class A { }")]
    [InlineData("[HiveModel(Sync = \"a] public sealed partial class A { }")]
    [InlineData("[HiveModel(Nope = 1)] public sealed partial class A { }")]
    [InlineData("[HiveModel, HiveModel] public sealed partial class A { }")]
    [InlineData("[HiveModel] public sealed partial class A { } [HiveModel] public sealed partial class A { }")]
    [InlineData("[HiveModel] public sealed partial class A { public string? B { get; set; } public int B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A : Missing { public Missing.Type? B { get; set; } }")]
    [InlineData("[HiveModel] public sealed partial class A : A { }")]
    [InlineData("[HiveModel] public sealed partial record A(string, int B, string B);")]
    [InlineData("[HiveModel] public int Field;")]
    [InlineData("[HiveModel] public enum A { }")]
    [InlineData("[HiveModel] public delegate void A();")]
    [InlineData("[HiveHooks] public sealed partial class H : A. { }")]
    [InlineData("[HiveHooks] public sealed partial class H : .Hooks { public override }")]
    [InlineData("[HiveHooks] public class H { [HiveHooks] public int X; }")]
    [InlineData("[HiveTarget(] public sealed partial class T { }")]
    [InlineData("[HiveDatabase] public sealed partial class")]
    [InlineData("[HiveModel, Unique(nameof(), nameof(Missing)), Check(, Index(] public sealed partial class A { }")]
    [InlineData("namespace ; [HiveModel] public sealed partial class A { }")]
    [InlineData("namespace X. { [HiveModel] public sealed partial class A { } }")]
    [InlineData("}}}} [HiveModel] public sealed partial class A { }")]
    [InlineData("#if\n[HiveModel] public sealed partial class A { }\n#region")]
    public async Task Nothing_throws_and_other_models_are_generated(string source)
    {
        GeneratorDriver driver = App.Driver().RunGeneratorsAndUpdateCompilation(App.Compile(App.References, Healthy, source), out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results[0];

        Assert.Null(result.Exception);
        Assert.Contains("Healthy.Good.g.cs", result.GeneratedSources.Select(static file => file.HintName));
        await Findings.OfAsync((CSharpCompilation)output);
    }
}
