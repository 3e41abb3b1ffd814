using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>Code that is unusual and must still give files that compile without a warning.</summary>
public sealed class CompileTests
{
    [Theory]
    [InlineData("names of System.Text.Json beside ours", "using System.Text.Json; using System.Text.Json.Serialization; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [JsonColumn] public JsonElement Data { get; set; } [JsonColumn(typeof(Context))] public string[]? Tags { get; set; } } public abstract class Context : JsonSerializerContext { private Context() : base(null) { } public static Context Default => null!; }")]
    [InlineData("keywords as names", "namespace @class.@new; [HiveModel(Sync = \"events\", Plural = \"Events\")] public sealed partial class @event { public required string @string { get; set; } public @enum @default { get; set; } [Unique] public int @int { get; set; } } public enum @enum { @public, @private }")]
    [InlineData("names that generated code uses", "namespace App; [HiveModel(Sync = \"cars\")] public sealed partial class Car { public required string Model { get; set; } public string? Instance { get; set; } public string? Json { get; set; } public string? Record { get; set; } public int Version { get; set; } public string? Name { get; set; } public string? Table { get; set; } public long Sync { get; set; } public string? Query { get; set; } }")]
    [InlineData("a namespace called System inside", "namespace App.System { public sealed class String { } [HiveModel(Sync = \"xs\")] public sealed partial class X { public DateTimeOffset At { get; set; } public required string Text { get; set; } } }")]
    [InlineData("a namespace called HiveGen inside", "namespace App.HiveGen { [HiveModel(Sync = \"xs\")] public sealed partial class X { public decimal? Price { get; set; } public required string Text { get; set; } } }")]
    [InlineData("the global namespace", "[HiveModel(Sync = \"xs\")] public sealed partial class X { public required string Text { get; set; } }")]
    [InlineData("code without nullability", "#nullable disable\nnamespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { public string Text { get; set; } public byte[] Data { get; set; } public int? Number { get; set; } }")]
    [InlineData("null!", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { public string Text { get; set; } = null!; public string Other { get; set; } = default!; }")]
    [InlineData("setters that are not public", "namespace App; public abstract class Base { public string? Protected { get; protected set; } public string? Private { get; private set; } public string? Internal { get; internal set; } } [HiveModel(Sync = \"xs\")] public sealed partial class X : Base { public string? Own { get; private set; } public int Computed => 1; public static int Shared { get; set; } public int this[int index] { get => index; set { } } }")]
    [InlineData("required, init and constructor together", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial record X(string First, int Second = 3) { public required string Third { get; init; } public string? Fourth { get; init; } = \"4\"; [LocalOnly] public required string Fifth { get; set; } }")]
    [InlineData("a constructor of a class", "namespace App; [HiveModel] public sealed partial class X { public X(string name) => Name = name; public string Name { get; } public int Age { get; set; } }")]
    [InlineData("rules with odd texts", "using System.ComponentModel.DataAnnotations; namespace App; [HiveModel(Sync = \"xs\"), Check(\"a <> '\\\"\\\"\\\"' \\n AND b > 0\")] public sealed partial class X { [RegularExpression(\"^\\\"[a-z\\\\n]+\\\"$\")] public string A { get; set; } = \"\\\"\\\"\\\"\\n{0}\\u2028'\\ud83d\\udc1d\"; [Range(-1.5, 2e300)] public double B { get; set; } [Range(typeof(decimal), \"0.01\", \"99.99\")] public decimal C { get; set; } [Required] public string? D { get; set; } [Required] public int? E { get; set; } [MinLength(2), MaxLength(5)] public string? F { get; set; } [Range(0, long.MaxValue)] public ulong G { get; set; } }")]
    [InlineData("enums of every kind", "namespace App; public enum Small : byte { A = 1, B = 2, Alias = A } public enum Wide : ulong { Huge = ulong.MaxValue, Zero = 0 } public enum Empty { } [HiveModel(Sync = \"xs\")] public sealed partial class X { public Small S { get; set; } = Small.Alias; public Small? T { get; set; } public Wide W { get; set; } = Wide.Huge; public Inner I { get; set; } public Empty E { get; set; } public enum Inner { One } }")]
    [InlineData("obsolete members", "namespace App; public enum Mode { [Obsolete] Old, New } [HiveModel(Sync = \"xs\")] public sealed partial class X { public Mode Mode { get; set; } = Mode.New; [Obsolete(\"no\")] public string? Gone { get; set; } }")]
    [InlineData("links that go round", "namespace App; [HiveModel(Sync = \"as\")] public sealed partial class A { public Link<B>? B { get; set; } public Link<A>? Parent { get; set; } } [HiveModel(Sync = \"bs\")] public sealed partial class B { public Link<A>? A { get; set; } }")]
    [InlineData("an internal model and a public database", "namespace App; [HiveModel(Sync = \"as\")] internal sealed partial class A { public required string Text { get; set; } } [HiveModel] public sealed partial class B { }")]
    [InlineData("an id that is unique once more", "namespace App; [HiveModel(Sync = \"xs\"), Unique(nameof(Id)), Unique(nameof(Id), nameof(Text)), Index(\"Id\")] public sealed partial class X { [Unique, Index] public string Id { get; set; } = \"\"; public required string Text { get; set; } }")]
    [InlineData("a model called Hive", "namespace Tests.App; [HiveModel(Sync = \"hives\")] public sealed partial class Hive { public required string Keeper { get; set; } }")]
    [InlineData("a target with a primary constructor, and a model it may not see", "using HiveGen.Targets; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { } [HiveModel(Sync = \"ys\")] internal sealed partial class Y { } public sealed class Client { public void Send() { } } [HiveTarget(\"crm\")] public sealed partial class Crm(Client client) { public override ValueTask UpsertXesAsync(IReadOnlyList<Versioned<XSync>> batch, CancellationToken cancellationToken) { client.Send(); return default; } public override ValueTask DeleteXesAsync(IReadOnlyList<DeletedRecord> batch, CancellationToken cancellationToken) => default; internal override ValueTask UpsertYsAsync(IReadOnlyList<Versioned<YSync>> batch, CancellationToken cancellationToken) => default; internal override ValueTask DeleteYsAsync(IReadOnlyList<DeletedRecord> batch, CancellationToken cancellationToken) => default; } public static class Use { public static void It(HiveBuilder hive) => Tests.App.HiveCustomTargets.AddCrm(hive); }")]
    [InlineData("a class called Hive that is no database", "namespace Tests.App; public sealed class Hive { } [HiveModel(Sync = \"xs\")] public sealed partial class X { }")]
    [InlineData("a namespace called Hive", "namespace Tests.App.Hive { [HiveModel(Sync = \"xs\")] public sealed partial class X { } } namespace Tests.App { public sealed class HiveDatabaseJson { } }")]
    [InlineData("a set called Hive", "namespace App; [HiveModel(Plural = \"Hive\")] public sealed partial class Bee { }")]
    [InlineData("generic classes named like generated ones", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { } public sealed class XSync<T> { } public sealed class XRecords<T> { }")]
    [InlineData("methods named like members of generated classes", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { public int Number { get; set; } public bool Validate() => true; public X Clone() => this; public override string ToString() => \"\"; }")]
    [InlineData("private members of a base class", "namespace App; public abstract class Base { private int Columns() => 1; private int Id() => Columns() + Id(); } [HiveModel(Sync = \"xs\")] public sealed partial class X : Base { }")]
    [InlineData("only an id", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [LocalOnly] public string? Secret { get; set; } }")]
    [InlineData("overridden and hidden properties", "namespace App; public abstract class Base { public virtual string? Text { get; set; } public int Number { get; set; } } [HiveModel(Sync = \"xs\")] public sealed partial class X : Base { public override string? Text { get; set; } public new long Number { get; set; } }")]
    [InlineData("an id of the base class", "namespace App; public abstract class Entity { public Guid Id { get; set; } } [HiveModel(Sync = \"xs\")] public sealed partial class X : Entity { public required string Text { get; set; } } [HiveModel] public sealed partial class Y { public required Link<X, Guid> X { get; set; } }")]
    [InlineData("words that are keywords in some places", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class partial { public string? required { get; set; } public int field { get; set; } public string? where { get; set; } } [HiveModel] public sealed partial class nameof { public Link<partial>? partial { get; set; } }")]
    [InlineData("properties called as what generated code has", "using System.ComponentModel.DataAnnotations; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [Range(1, 2)] public decimal? violations { get; set; } public byte[]? writer { get; set; } public byte[]? copy { get; set; } public int _id { get; set; } public int _name { get; set; } public string? Name { get; set; } public int value { get; set; } public int record { get; set; } public int e { get; set; } }")]
    [InlineData("an id with rules that is no text", "using System.ComponentModel.DataAnnotations; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [Range(1, 9)] public long Id { get; set; } }")]
    [InlineData("a required property that a constructor takes", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X(string name) { public required string Name { get; set; } = name; public int Age { get; set; } }")]
    [InlineData("a base class whose getter is private", "namespace App; public abstract class Base { public string? Hidden { private get; set; } public int Age { get; set; } } [HiveModel(Sync = \"xs\")] public sealed partial class X : Base { }")]
    [InlineData("a class in a struct in an interface", "namespace App; public partial interface I { public partial struct S { [HiveModel(Sync = \"xs\")] public sealed partial class X { public required string Text { get; set; } } } }")]
    [InlineData("JSON types of two contexts", "namespace App; public sealed class One : System.Text.Json.Serialization.JsonSerializerContext { public One() : base(null) { } public static One Default { get; } = new(); protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; } public sealed class Two : System.Text.Json.Serialization.JsonSerializerContext { public Two() : base(null) { } public static Two Default { get; } = new(); protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; } public struct Point { public int X { get; set; } } public static class Outer { public sealed class Inner { } } [HiveModel(Sync = \"xs\")] public sealed partial class X { [JsonColumn(typeof(One))] public List<string> Tags { get; set; } = []; [JsonColumn(typeof(Two))] public Point Place { get; set; } [JsonColumn(typeof(Two))] public Point? Other { get; set; } [JsonColumn(typeof(One))] public Dictionary<string, List<int?>?>? Counts { get; set; } [JsonColumn(typeof(One))] public Outer.Inner? Inner { get; set; } [JsonColumn(typeof(One))] public string[]? Words { get; set; } }")]
    [InlineData("a class in a record in a record struct", "namespace App; public partial record struct S { public partial record R { [HiveModel(Sync = \"xs\")] public sealed partial class X { public required string Text { get; set; } } } }")]
    [InlineData("a range wider than its type", "using System.ComponentModel.DataAnnotations; namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [Range(-1e300, 1e300)] public float A { get; set; } [Range(double.MinValue, double.MaxValue)] public double B { get; set; } [Range(double.MinValue, double.MaxValue)] public decimal C { get; set; } [Range(-1e300, 1e300)] public byte D { get; set; } }")]
    [InlineData("a database in a class", "namespace App; public static partial class Outer { [HiveDatabase] public sealed partial class Db; } [HiveModel(Sync = \"xs\")] public sealed partial class X { public required string Text { get; set; } }")]
    [InlineData("times that are DateTime", "namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X { [CreatedAt] public DateTime Made { get; set; } [UpdatedAt] public DateTime? Changed { get; set; } }")]
    public void It_compiles_without_a_warning(string what, string source)
    {
        Assert.NotEmpty(what);
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile("#pragma warning disable CS8618, CS0612, CS0618, CS1591, CS8981\n" + source));
        Assert.True(output.SyntaxTrees.Count() > 3);
    }

    [Fact]
    public void Hooks_compile_in_a_project_that_sees_the_runtime_s_internals()
    {
        const string Source = """
            namespace App;
            [HiveModel(Sync = "xs")] public sealed partial class X { public required string Text { get; set; } }
            [HiveHooks] public sealed class XHooks : X.Hooks { public override ValueTask BeforeAdd(XBeforeAdd e) => default; }
            """;
        string friend = typeof(HiveEngine).Assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), false)
            .Cast<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().First().AssemblyName;

        GeneratorHarness.RunClean(GeneratorHarness.Compile(Source).WithAssemblyName(friend));
    }

    [Fact]
    public async Task Odd_texts_reach_SQLite_as_they_are()
    {
        (CSharpCompilation output, _) = GeneratorHarness.RunClean(GeneratorHarness.Compile("""
            namespace App;
            [HiveModel(Sync = "xs"), Check("number <> 13")]
            public sealed partial class X
            {
                public string Text { get; set; } = "a'b\"c\n\"\"\"d\u2028e";
                public long Number { get; set; } = long.MinValue;
                public double Ratio { get; set; } = -1e-7;
                [Scale(3)] public decimal Price { get; set; } = -1.125m;
                public bool Yes { get; set; } = true;
            }

            public static class Probe
            {
                public static async Task Run(global::Tests.App.Hive hive)
                {
                    X x = await hive.Xes.AddAsync(new X());
                    if (hive.Xes.Get(x.Id)!.Text != new X().Text) throw new InvalidOperationException("text");
                }
            }
            """));
        await using EmittedApp app = new(output, "Tests.App.Hive");
        await app.RunAsync("App.Probe", "Run");
        await app.Database.DisposeAsync();

        using Microsoft.Data.Sqlite.SqliteConnection connection = new("Data Source=" + app.FilePath);
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO xes (id) VALUES ('x'); SELECT text, number, ratio, price, yes FROM xes WHERE id = 'x'";
        using Microsoft.Data.Sqlite.SqliteDataReader row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal("a'b\"c\n\"\"\"d\u2028e", row.GetString(0));
        Assert.Equal(long.MinValue, row.GetInt64(1));
        Assert.Equal(-1e-7, row.GetDouble(2));
        Assert.Equal(-1125, row.GetInt64(3));
        Assert.Equal(1, row.GetInt64(4));
    }
}
