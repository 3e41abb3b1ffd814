using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Analyzers.Tests.Models;

public sealed class TextLimitTests
{
    private const string Source = """
        [HiveModel(Sync = "as")] public sealed partial class A
        {
            [[|StringLength(2_000_000)|]] public string? Long { get; set; }
            [StringLength(3_000_000), [|MaxLength(1_048_488)|]] public string? Both { get; set; }
            [StringLength(1_048_487)] public string? Just { get; set; }
            [LocalOnly, StringLength(2_000_000)] public string? Local { get; set; }
            [MaxLength] public string? Any { get; set; }
        }
        [HiveModel] public sealed partial class B { [StringLength(2_000_000)] public string? Long { get; set; } }
        """;

    [Fact]
    public async Task A_length_beyond_what_a_referenced_target_holds_is_told()
    {
        var found = await Findings.ExpectAsync("HIVE0107", Source, references: With("HiveGen.Adapters.MongoDb", "HiveGen.Adapters.Firestore"));
        Assert.Contains("Firestore holds at most 1048487 bytes in a field", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task No_target_no_limit() => Findings.ExpectAsync("HIVE0107", new Marked(Source).Text);

    private static ImmutableArray<MetadataReference> With(params string[] adapters)
        => [.. App.References.Where(static reference => !reference.Display!.Contains("HiveGen.Adapters.MongoDb", StringComparison.Ordinal)), .. adapters.Select(static name =>
        {
            MemoryStream image = new();
            Assert.True(CSharpCompilation.Create(name, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), references: App.References).Emit(image).Success);
            return (MetadataReference)MetadataReference.CreateFromImage(image.ToArray());
        })];
}
