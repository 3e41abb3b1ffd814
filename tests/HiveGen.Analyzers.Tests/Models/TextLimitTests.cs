using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

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
    public async Task A_length_beyond_what_a_referenced_target_holds_is_told_by_the_adapters_own_number()
    {
        var found = await Findings.ExpectAsync("HIVE0107", Source, references: With(typeof(Adapters.MongoDb.MongoTarget), typeof(Adapters.Firestore.FirestoreTarget)));
        Assert.Contains("Firestore holds at most 1048487 bytes in a field", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_least_of_several_limits_counts()
    {
        string source = """[HiveModel(Sync = "as")] public sealed partial class A { [[|StringLength(20_000_000)|]] public string? Long { get; set; } }""";
        var found = await Findings.ExpectAsync("HIVE0107", source, references: With(typeof(Adapters.MongoDb.MongoTarget), typeof(Adapters.Turso.TursoTarget)));
        Assert.Contains("Turso holds at most 10000000 bytes in a value", found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task No_target_no_limit() => Findings.ExpectAsync("HIVE0107", new Marked(Source).Text);

    [Fact]
    public Task A_target_without_a_limit_has_none() => Findings.ExpectAsync("HIVE0107", new Marked(Source).Text, references: With(typeof(Adapters.Sqlite.SqliteTarget)));

    private static ImmutableArray<MetadataReference> With(params Type[] adapters) => [
        .. App.References.Where(reference => !adapters.Any(adapter => reference.Display == adapter.Assembly.Location)),
        .. adapters.Select(static adapter => MetadataReference.CreateFromFile(adapter.Assembly.Location))];
}
