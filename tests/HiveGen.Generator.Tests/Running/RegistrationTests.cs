using System.Reflection;
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

    [Theory]
    [InlineData("HiveGen.Adapters.Convex", "ConvexAdapter")]
    [InlineData("HiveGen.Adapters.Firestore", "FirestoreAdapter")]
    [InlineData("HiveGen.Adapters.Http", "RouterAdapter")]
    [InlineData("HiveGen.Adapters.MongoDb", "MongoAdapter")]
    [InlineData("HiveGen.Adapters.MySql", "MySqlAdapter")]
    [InlineData("HiveGen.Adapters.Postgres", "PostgresAdapter")]
    [InlineData("HiveGen.Adapters.Supabase", "SupabaseAdapter")]
    [InlineData("HiveGen.Adapters.Turso", "TursoAdapter")]
    public void An_adapter_is_registered_where_its_package_is_referenced(string package, string adapter)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(Source).AddReferences(MetadataReference.CreateFromFile(Assembly.Load(package).Location));

        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(compilation);

        string[] registered = [.. Registration(result).Split('\n').Where(static line => line.Contains(".Register(", StringComparison.Ordinal)).Select(static line => line.Trim())];
        Assert.Equal([$"global::{package}.{adapter}.Register(builder.Services);", "global::HiveGen.Adapters.Sqlite.SqliteAdapter.Register(builder.Services);"], registered.OrderBy(static line => line.Contains("Sqlite", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_serializer_context_of_a_model_is_asked_for_its_types()
    {
        string contexts = string.Concat(new[] { "One", "Two", "Unused" }.Select(static name => $$"""
            public sealed class {{name}} : System.Text.Json.Serialization.JsonSerializerContext
            {
                public {{name}}() : base(null) { }
                public static {{name}} Default { get; } = new();
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """));

        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(GeneratorHarness.Compile(
            $"namespace App; [HiveModel] public sealed partial class X {{ [JsonColumn(typeof(Two))] public string[]? A {{ get; set; }} [JsonColumn(typeof(One))] public string[]? B {{ get; set; }} [JsonColumn(typeof(Two))] public string[]? C {{ get; set; }} }} {contexts}"));

        string json = result.GeneratedSources.Single(static source => source.HintName.EndsWith(".Json.g.cs", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Equal(["One", "Two"], json.Split('\n').Where(static line => line.Contains(".Default)", StringComparison.Ordinal)).Select(static line => line.Split("global::App.")[1].Split('.')[0]));
    }

    private static string Registration(GeneratorRunResult result)
        => result.GeneratedSources.Single(static source => source.HintName.EndsWith(".Registration.g.cs", StringComparison.Ordinal)).SourceText.ToString();
}
