using Microsoft.CodeAnalysis;

namespace HiveGen.Generator.Tests;

/// <summary>What the annotations of a class become: names, keys, checks, hooks, and the order of models.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("Index(\"A\")", "", "CREATE INDEX \"xes_a\" ON \"xes\" (\"a\")")]
    [InlineData("Unique(\"A\")", "", "CREATE UNIQUE INDEX \"xes_a_unique\" ON \"xes\" (\"a\")")]
    [InlineData("Index(\"B\", \"A\")", "", "CREATE INDEX \"xes_b_a\" ON \"xes\" (\"b\", \"a\")")]
    [InlineData("Index(\"Id\")", "", "")]
    [InlineData("Unique(\"Id\", \"A\")", "", "CREATE UNIQUE INDEX \"xes_id_a_unique\" ON \"xes\" (\"id\", \"a\")")]
    [InlineData("Index(\"A\"), Index(\"A\")", "", "CREATE INDEX \"xes_a\" ON \"xes\" (\"a\")")]
    [InlineData("Index(\"A\"), Unique(\"A\")", "", "CREATE INDEX \"xes_a\" ON \"xes\" (\"a\"); CREATE UNIQUE INDEX \"xes_a_unique\" ON \"xes\" (\"a\")")]
    [InlineData("Index(\"A\", \"B_C\"), Unique(\"A_B\", \"C\")", "public int A_B { get; set; } public int B_C { get; set; } public int C { get; set; }", "CREATE INDEX \"xes_a_b_c\" ON \"xes\" (\"a\", \"b_c\"); CREATE UNIQUE INDEX \"xes_a_b_c_unique\" ON \"xes\" (\"a_b\", \"c\")")]
    [InlineData("Obsolete(\"A\")", "", "")]
    [InlineData("Own.Index(\"A\")", "", "")]
    public void Keys_of_a_class_are_indexes(string attribute, string members, string expected)
        => Assert.Equal(expected, Indexes($"#pragma warning disable CS0612, CS0618\n[HiveModel, {attribute}] public sealed partial class X {{ public int A {{ get; set; }} public int B {{ get; set; }} {members} }} namespace Own {{ public sealed class IndexAttribute(string name) : Attribute {{ public string Name => name; }} }}"));

    [Theory]
    [InlineData("[Unique] public int A { get; set; } [Index] public int B { get; set; } public string Id { get; set; } = \"\"; [Index] public int C { get; set; }", "CREATE UNIQUE INDEX \"xes_a_unique\" ON \"xes\" (\"a\"); CREATE INDEX \"xes_b\" ON \"xes\" (\"b\"); CREATE INDEX \"xes_c\" ON \"xes\" (\"c\")")]
    [InlineData("[Unique] public required Link<X> A { get; set; }", "CREATE UNIQUE INDEX \"xes_a_unique\" ON \"xes\" (\"a\")")]
    [InlineData("public Link<X>? A { get; set; }", "CREATE INDEX \"xes_a\" ON \"xes\" (\"a\")")]
    public void Keys_of_properties_are_indexes_wherever_the_id_stands(string members, string expected)
        => Assert.Equal(expected, Indexes($"[HiveModel] public sealed partial class X {{ {members} }}"));

    [Fact]
    public void A_constructor_is_given_its_own_values_wherever_the_id_stands()
    {
        GeneratorHarness.RunClean(GeneratorHarness.Compile("namespace App; [HiveModel] public sealed partial record X(int First, string Id, long Last);"));
        HiveModel model = EmittedSchema.Of("namespace App; [HiveModel] public sealed partial record X(int First, string Id, long Last);").Models[0];
        Assert.Equal(["id", "first", "last"], model.Columns.Select(static column => column.Name));
    }

    [Fact]
    public void All_checks_stand_in_the_table()
    {
        HiveModel model = EmittedSchema.Of("[HiveModel, Check(\"a\\r\\n> 0\"), Check(\"a < b\")] public sealed partial class X { public int A { get; set; } public int B { get; set; } }").Models[0];

        Assert.Equal(["CHECK (a > 0)", "CHECK (a < b)"], EmittedSchema.Columns(model)[2..]);
    }

    [Fact]
    public void What_is_linked_to_is_made_first()
    {
        HiveSchema schema = EmittedSchema.Of("[HiveModel] public sealed partial class A { public Link<Y>? Y { get; set; } public Link<X>? X { get; set; } public Link<X>? Other { get; set; } } [HiveModel] public sealed partial class Y { } [HiveModel] public sealed partial class X { } [HiveModel] public sealed partial class B { }");

        Assert.Equal(["Y", "X", "A", "B"], schema.Models.Select(static model => model.Name));
    }

    [Fact]
    public void Every_hook_that_is_overridden_is_called()
    {
        string[] writes = ["BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet", "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove"];
        string methods = string.Concat(writes.Select(static name => $"public override ValueTask {name}(X{name} e) => default; "));

        HookRegistration hooks = EmittedSchema.Of($"[HiveModel] public sealed partial class X {{ }} [HiveHooks] public sealed class XHooks : X.Hooks {{ {methods} public override string ToString() => \"\"; public override bool Equals(object? other) => false; public override int GetHashCode() => 0; }}").Hooks.Single();

        Assert.Equal(writes.Aggregate(default(HookPoints), static (all, name) => all | Enum.Parse<HookPoints>(name)), hooks.Points);
    }

    [Theory]
    [InlineData(HookPoints.BeforeGet, "void BeforeGet(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.Get, "void Get(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.AfterGet, "void AfterGet(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.ResolvingGet, "IReadOnlyList<X>? ResolvingGet(ReadEvent<X> e) => null;")]
    [InlineData(HookPoints.BeforeCount, "void BeforeCount(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.Count, "void Count(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.AfterCount, "void AfterCount(ReadEvent<X> e) { }")]
    [InlineData(HookPoints.ResolvingCount, "int? ResolvingCount(ReadEvent<X> e) => null;")]
    public void A_hook_of_a_read_is_called(HookPoints point, string method)
    {
        HookRegistration hooks = EmittedSchema.Of($"[HiveModel] public sealed partial class X {{ }} [HiveHooks] public sealed class XHooks : X.Hooks {{ public override {method} }}").Hooks.Single();

        Assert.Equal(point, hooks.Points);
    }

    [Fact]
    public void Former_names_are_kept_in_their_order_without_the_present_one()
    {
        HiveModel model = EmittedSchema.Of("[HiveModel, RenamedFrom(\"Person\"), RenamedFrom(\"xes\"), RenamedFrom(\"Person\")] public sealed partial class X { [RenamedFrom(\"FirstName\"), RenamedFrom(\"first_name\"), RenamedFrom(\"n\")] public string? Name { get; set; } }").Models[0];

        Assert.Equal(["people", "Person"], model.FormerTables);
        Assert.Equal(["first_name", "n"], model.Columns[1].FormerNames);
    }

    [Theory]
    [InlineData("", "xes, Xes, x")]
    [InlineData("(Plural = \"Rays\")", "rays, Rays, x")]
    [InlineData("(Table = \"t\")", "t, Xes, x")]
    [InlineData("(Prefix = \"ray\")", "xes, Xes, ray")]
    public void Names_follow_from_the_class_or_are_given(string given, string expected)
    {
        (_, GeneratorRunResult result) = GeneratorHarness.RunClean(GeneratorHarness.Compile($"[HiveModel{given}] public sealed partial class X {{ }}"));
        string[] parts = expected.Split(", ");

        string text = string.Concat(result.GeneratedSources.Select(static source => source.SourceText.ToString()));

        Assert.Contains($"CREATE TABLE \"{parts[0]}\"", text, StringComparison.Ordinal);
        Assert.Contains($"XRecords {parts[1]} ", text, StringComparison.Ordinal);
        Assert.Contains($", \"{parts[2]}\", Describe(", text, StringComparison.Ordinal);
    }

    private static string Indexes(string source) => string.Join("; ", EmittedSchema.Of(source).Models[0].Indexes.Select(static index => index.Sql));
}
