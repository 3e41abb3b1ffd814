using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>What a property becomes: its column, its default, and whether a create over the wire must carry it.</summary>
public sealed class ColumnTests
{
    private const string Types = """
        public enum State { None, One = 1, Two = 2, Second = Two }
        public enum Later { One = 1 }
        public static class Own { public static readonly string Empty = "x"; public const string Name = "n"; public const int Number = 7; }
        """;

    [Theory]
    [InlineData("string A { get; set; } = string.Empty;", "\"a\" TEXT NOT NULL DEFAULT ''")]
    [InlineData("string A { get; set; } = Own.Empty;", "\"a\" TEXT NOT NULL")]
    [InlineData("string A { get; set; } = Own.Name;", "\"a\" TEXT NOT NULL DEFAULT 'n'")]
    [InlineData("string A { get; set; } = \"a'b\";", "\"a\" TEXT NOT NULL DEFAULT 'a''b'")]
    [InlineData("string? A { get; set; } = null;", "\"a\" TEXT")]
    [InlineData("string? A { get; set; } = default;", "\"a\" TEXT")]
    [InlineData("int A { get; set; }", "\"a\" INTEGER NOT NULL DEFAULT 0")]
    [InlineData("int A { get; set; } = default;", "\"a\" INTEGER NOT NULL DEFAULT 0")]
    [InlineData("int A { get; set; } = Own.Number + 1;", "\"a\" INTEGER NOT NULL DEFAULT 8")]
    [InlineData("int A { get; set; } = Math.Max(1, 2);", "\"a\" INTEGER NOT NULL")]
    [InlineData("int A { get; set; } = 'a';", "\"a\" INTEGER NOT NULL")]
    [InlineData("int? A { get; set; } = 3;", "\"a\" INTEGER DEFAULT 3")]
    [InlineData("required int A { get; set; }", "\"a\" INTEGER NOT NULL")]
    [InlineData("byte A { get; set; } = 3;", "\"a\" INTEGER NOT NULL DEFAULT 3")]
    [InlineData("ulong A { get; set; } = 3;", "\"a\" INTEGER NOT NULL DEFAULT 3")]
    [InlineData("bool A { get; set; } = true;", "\"a\" INTEGER NOT NULL DEFAULT 1 CHECK (\"a\" IN (0, 1))")]
    [InlineData("bool A { get; set; } = false;", "\"a\" INTEGER NOT NULL DEFAULT 0 CHECK (\"a\" IN (0, 1))")]
    [InlineData("bool? A { get; set; }", "\"a\" INTEGER CHECK (\"a\" IN (0, 1))")]
    [InlineData("double A { get; set; } = 1.5;", "\"a\" REAL NOT NULL DEFAULT 1.5")]
    [InlineData("double A { get; set; } = 2;", "\"a\" REAL NOT NULL DEFAULT 2.0")]
    [InlineData("double A { get; set; } = double.NaN;", "\"a\" REAL NOT NULL")]
    [InlineData("double A { get; set; } = double.NegativeInfinity;", "\"a\" REAL NOT NULL")]
    [InlineData("float A { get; set; } = 0.5f;", "\"a\" REAL NOT NULL DEFAULT 0.5")]
    [InlineData("decimal A { get; set; } = 1.25m;", "\"a\" INTEGER NOT NULL DEFAULT 12500")]
    [InlineData("decimal A { get; set; } = 3;", "\"a\" INTEGER NOT NULL DEFAULT 30000")]
    [InlineData("decimal A { get; set; } = 0.00001m;", "\"a\" INTEGER NOT NULL")]
    [InlineData("State A { get; set; }", "\"a\" TEXT NOT NULL DEFAULT 'None'")]
    [InlineData("State A { get; set; } = State.Second;", "\"a\" TEXT NOT NULL DEFAULT 'Two'")]
    [InlineData("State A { get; set; } = (State)5;", "\"a\" TEXT NOT NULL")]
    [InlineData("State? A { get; set; } = State.One;", "\"a\" TEXT DEFAULT 'One'")]
    [InlineData("Later A { get; set; }", "\"a\" TEXT NOT NULL")]
    [InlineData("Guid A { get; set; }", "\"a\" TEXT NOT NULL")]
    [InlineData("TimeSpan A { get; set; }", "\"a\" INTEGER NOT NULL DEFAULT 0")]
    [InlineData("TimeOnly A { get; set; }", "\"a\" INTEGER NOT NULL DEFAULT 0")]
    [InlineData("DateOnly A { get; set; }", "\"a\" TEXT NOT NULL")]
    [InlineData("DateTime A { get; set; }", "\"a\" INTEGER NOT NULL")]
    [InlineData("byte[]? A { get; set; }", "\"a\" BLOB")]
    [InlineData("Link<X>? A { get; set; } = \"x_1\";", "\"a\" TEXT REFERENCES \"xes\" (\"id\") ON DELETE RESTRICT ON UPDATE RESTRICT")]
    [InlineData("[Link] public Link<X>? A { get; set; }", "\"a\" TEXT REFERENCES \"xes\" (\"id\") ON DELETE RESTRICT ON UPDATE RESTRICT")]
    [InlineData("[Link(OnDelete = LinkAction.Restrict)] public Link<X>? A { get; set; }", "\"a\" TEXT REFERENCES \"xes\" (\"id\") ON DELETE RESTRICT ON UPDATE RESTRICT")]
    [InlineData("[Link(OnDelete = LinkAction.Cascade)] public Link<X> A { get; set; }", "\"a\" TEXT NOT NULL REFERENCES \"xes\" (\"id\") ON DELETE CASCADE ON UPDATE RESTRICT")]
    [InlineData("[Link(OnDelete = LinkAction.SetNull)] public Link<X>? A { get; set; }", "\"a\" TEXT REFERENCES \"xes\" (\"id\") ON DELETE SET NULL ON UPDATE RESTRICT")]
    [InlineData("[JsonColumn] public System.Text.Json.JsonElement A { get; set; }", "\"a\" TEXT NOT NULL CHECK (json_valid(\"a\"))")]
    [InlineData("[JsonColumn] public System.Text.Json.Nodes.JsonNode? A { get; set; } = true;", "\"a\" TEXT CHECK (json_valid(\"a\"))")]
    [InlineData("[JsonColumn] public System.Text.Json.Nodes.JsonNode? A { get; set; } = 5;", "\"a\" TEXT CHECK (json_valid(\"a\"))")]
    [InlineData("[JsonColumn] public System.Text.Json.Nodes.JsonNode? A { get; set; } = 1.5;", "\"a\" TEXT CHECK (json_valid(\"a\"))")]
    [InlineData("[JsonColumn] public System.Text.Json.Nodes.JsonNode? A { get; set; } = \"x\";", "\"a\" TEXT CHECK (json_valid(\"a\"))")]
    [InlineData("[Scale(0)] public decimal A { get; set; } = 3;", "\"a\" INTEGER NOT NULL DEFAULT 3")]
    [InlineData("[Scale(18)] public decimal A { get; set; } = 3;", "\"a\" INTEGER NOT NULL DEFAULT 3000000000000000000")]
    public void A_property_is_this_column(string property, string expected)
    {
        string source = property.StartsWith('[') ? property : "public " + property;

        HiveModel model = EmittedSchema.Of($"namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X {{ {source} }} {Types}").Models[0];

        Assert.Equal([expected], EmittedSchema.Columns(model));
    }

    [Theory]
    [InlineData("public X() { } public X(string name) => Name = name; public string Name { get; } = \"\"; public int Age { get; set; }", "age")]
    [InlineData("public X(int one) => One = one; public X(int one, int two) { One = one; Two = two; } public int One { get; } public int Two { get; }", "one, two")]
    [InlineData("public X(int one, int two) { One = one; Two = two; } public X(int one) => One = one; public int One { get; } public int Two { get; }", "one, two")]
    [InlineData("public X(int one) => One = one; public X(long two) => Two = two; public int One { get; } public long Two { get; }", "one")]
    [InlineData("public X(int one) => One = one; public X(int one, object other) { } public int One { get; } public int Two { get; }", "one")]
    [InlineData("public int Age { get; set; } [System.ComponentModel.DataAnnotations.Schema.NotMapped] public object? Other { get; set; }", "age")]
    [InlineData("public X(int age) => Age = age; [System.ComponentModel.DataAnnotations.Schema.NotMapped] public int Age { get; set; }", "age")]
    [InlineData("[Mapping.NotMapped] public int Age { get; set; }", "age")]
    [InlineData("public int Age { get; set; } public string? Hidden { private get => null; set { } } public static int Shared { get; set; } internal int Own { get; set; } public int this[int i] { get => i; set { } }", "age, hidden")]
    public void These_properties_are_stored(string members, string expected)
    {
        HiveModel model = EmittedSchema.Of($"namespace App; [HiveModel] public sealed partial class X {{ {members} }} namespace Mapping {{ public sealed class NotMappedAttribute : Attribute {{ }} }}".Replace("namespace App;", "", StringComparison.Ordinal)).Models[0];

        Assert.Equal("id, " + expected, string.Join(", ", model.Columns.Select(static column => column.Name)));
    }

    [Fact]
    public void What_a_base_class_of_another_library_initialises_cannot_be_seen_and_may_be_left_out()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("namespace App; [HiveModel(Sync = \"xs\")] public sealed partial class X : HiveGen.Generator.Tests.Entity { public string Own { get; set; } }")
            .AddReferences(MetadataReference.CreateFromFile(typeof(Entity).Assembly.Location));

        HiveModel model = EmittedSchema.Of(compilation).Models[0];

        Assert.Equal(["id", "own"], model.Sync!.Fields.Where(static field => field.Required).Select(static field => field.Name));
    }
}
