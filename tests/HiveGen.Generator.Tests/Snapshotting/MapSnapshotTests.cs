using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Generator.Tests;

/// <summary>The mappings of the adapters, each alone: what else is generated for the models is not part of these snapshots.</summary>
public sealed class MapSnapshotTests
{
    private const string Models = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        namespace App;

        public enum Colour { Red, Green }

        [HiveModel(Sync = "order")] // a reserved word
        public sealed partial class Everything
        {
            public required string Text { get; set; }
            [StringLength(40)] public string? Short { get; set; }
            [LocalOnly] public string? Secret { get; set; }
            public bool Bool { get; set; }
            public int Int { get; set; }
            public long? Long { get; set; }
            public double Double { get; set; }
            [Scale(2)] public decimal Money { get; set; }
            public decimal? Fine { get; set; }
            public DateTimeOffset Time { get; set; }
            public DateOnly Date { get; set; }
            public TimeOnly Clock { get; set; }
            public TimeSpan? Span { get; set; }
            public Guid Guid { get; set; }
            public byte[] Blob { get; set; } = [];
            public Colour Colour { get; set; }
            [JsonColumn] public JsonElement Json { get; set; }
            public Link<Counter, long>? Counter { get; set; }
            public Link<Beacon, Guid>? Beacon { get; set; }
            public Link<Everything>? Above { get; set; }
        }

        [HiveModel(Sync = "counters")]
        public sealed partial class Counter
        {
            public long Id { get; set; }
            [Unique] public required string Group { get; set; }
        }

        [HiveModel(Sync = "beacons")]
        public sealed partial class Beacon
        {
            public Guid Id { get; set; }
        }

        [HiveModel]
        public sealed partial class Local
        {
            public required string Name { get; set; }
        }
        """;

    [Theory]
    [InlineData("FirestoreMap", typeof(Adapters.Firestore.FirestoreMap))]
    [InlineData("MongoMap", typeof(Adapters.MongoDb.MongoMap))]
    [InlineData("MySqlMap", typeof(Adapters.MySql.MySqlMap))]
    [InlineData("PostgresMap", typeof(Adapters.Postgres.PostgresMap))]
    [InlineData("TursoMap", typeof(Adapters.Turso.TursoMap))]
    public void The_mapping_of_a_target(string map, Type sign)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Models).AddReferences(MetadataReference.CreateFromFile(sign.Assembly.Location));
        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(compilation);
        ClassDeclarationSyntax[] maps = [.. result.GeneratedSources.SelectMany(static source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()).Where(type => type.Identifier.Text.EndsWith(map, StringComparison.Ordinal))];
        Assert.Equal(["Beacon", "Counter", "Everything"], maps.Select(type => type.Identifier.Text[..^map.Length]).Order(StringComparer.Ordinal));
        Snapshot.Match(map, maps.ToImmutableSortedDictionary(static type => $"{type.Identifier.Text}.g.cs", static type => type.ToFullString().Trim('\n') + "\n", StringComparer.Ordinal));
    }
}
