namespace HiveGen.Generator.Tests;

/// <summary>One piece of refused code, or more, for every rule.</summary>
internal static class DiagnosticCases
{
    private const string Many = "[HiveModel(Sync = \"many\")] public sealed partial class {|Many|} { ";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        new("HIVE0001", "'A' must be partial", "[HiveModel] public sealed class {|A|} { }"),
        new("HIVE0001", "'Db' must be partial", "[HiveDatabase] public sealed class {|Db|} { }"),
        new("HIVE0001", "'T' must be partial", "[HiveTarget(\"t\")] public sealed class {|T|} { }"),
        new("HIVE0002", "'Outer' must be partial", "public class Outer { [HiveModel] public sealed partial class {|A|} { } }"),
        new("HIVE0003", "is local to its file", "[HiveModel] file sealed partial class {|A|} { }"),
        new("HIVE0003", "is generic", "[HiveModel] public sealed partial class {|A|}<T> { }"),
        new("HIVE0003", "is private", "public partial class Outer { [HiveModel] private sealed partial class {|A|} { } }"),
        new("HIVE0003", "is abstract", "[HiveModel] public abstract partial class {|A|} { }"),
        new("HIVE0003", "is static", "[HiveModel] public static partial class {|A|} { }"),
        new("HIVE0003", "derives from a model", "[HiveModel] public partial class A { } [HiveModel] public partial class {|B|} : A { }"),
        new("HIVE0003", "is abstract", "[HiveModel] public partial class A { } [HiveHooks] public abstract class {|H|} : A.Hooks { }"),
        new("HIVE0003", "has a base class", "public class B { } [HiveTarget(\"t\")] public partial class {|T|} : B { }"),
        new("HIVE0003", "in letter case only", "[HiveModel] public partial class Aa { } [HiveModel(Plural = \"Others\", Table = \"other\")] public partial class {|aa|} { }"),
        new("HIVE0004", "'object'", "[HiveModel] public partial class A { public object {|Thing|} { get; set; } = new(); }"),
        new("HIVE0004", "'List<string>'", "[HiveModel] public partial class A { public List<string> {|Tags|} { get; set; } = []; }"),
        new("HIVE0004", "'char'", "[HiveModel] public partial class A { public char {|Letter|} { get; set; } }"),
        new("HIVE0005", "'A.Id'", "[HiveModel] public partial class A { public int {|Id|} { get; set; } }"),
        new("HIVE0005", "'A.Id'", "[HiveModel] public partial class A { public string? {|Id|} { get; set; } }"),
        new("HIVE0005", "'A.Id'", "[HiveModel] public partial class A { public string {|Id|} => \"\"; }"),
        new("HIVE0006", "the same table 'AS'", "[HiveModel] public partial class A { } [HiveModel(Table = \"AS\", Plural = \"Bs\")] public partial class {|B|} { }"),
        new("HIVE0007", "the same sync name 'x'", "[HiveModel(Sync = \"x\")] public partial class A { } [HiveModel(Sync = \"x\")] public partial class {|B|} { }"),
        new("HIVE0008", "the column 'url'", "[HiveModel] public partial class A { public string? Url { get; set; } public string? {|URL|} { get; set; } }"),
        new("HIVE0009", "'B', which is no [HiveModel]", "public class B { } [HiveModel] public partial class A { public Link<B>? {|B|} { get; set; } }"),
        new("HIVE0010", "'Link<B, long>'", "[HiveModel] public partial class B { public long Id { get; set; } } [HiveModel] public partial class A { public Link<B>? {|B|} { get; set; } }"),
        new("HIVE0010", "'Link<B>'", "[HiveModel] public partial class B { } [HiveModel] public partial class A { public Link<B, long>? {|B|} { get; set; } }"),
        new("HIVE0011", "must therefore be nullable", "[HiveModel] public partial class B { } [HiveModel] public partial class A { [Link(OnDelete = LinkAction.SetNull)] public Link<B> {|B|} { get; set; } }"),
        new("HIVE0012", "'Changes' is reserved", "[HiveModel] public partial class A { public string? {|Changes|} { get; set; } }"),
        new("HIVE0012", "'_hive_x' is reserved", "[{|HiveModel(Table = \"_hive_x\")|}] public partial class A { }"),
        new("HIVE0012", "'BladeId' is reserved", "[HiveModel] public partial class A { public string? {|BladeId|} { get; set; } }"),
        new("HIVE0013", "'A' needs a constructor", "[HiveModel] public partial class {|A|} { public A(int other) { } public int Value { get; set; } }"),
        new("HIVE0014", "[Unique] names 'Nope'", "[HiveModel, {|Unique(\"Nope\")|}] public partial class A { }"),
        new("HIVE0014", "[Index] names 'Nope'", "[HiveModel, {|Index(\"Nope\")|}] public partial class A { }"),
        new("HIVE0015", "0 to 18", "[HiveModel] public partial class A { [{|Scale(19)|}] public decimal Price { get; set; } }"),
        new("HIVE0015", "stand on a decimal", "[HiveModel] public partial class A { [{|Scale(2)|}] public double Price { get; set; } }"),
        new("HIVE0016", "[Flags] enum 'F'", "[Flags] public enum F { A = 1 } [HiveModel] public partial class A { public F {|Flags|} { get; set; } }"),
        new("HIVE0017", "'D2' is ignored, because 'D1'", "[HiveDatabase] public partial class D1 { } [HiveDatabase] public partial class {|D2|} { }"),
        new("HIVE0018", "'H' must derive", "[HiveHooks] public class {|H|} { }"),
        new("HIVE0019", "129 synced fields", Many + string.Concat(Enumerable.Range(0, 128).Select(static i => $"public int P{i} {{ get; set; }} ")) + "}"),
        new("HIVE0020", "the set 'Xs'", "[HiveModel(Plural = \"Xs\")] public partial class A { } [HiveModel(Plural = \"Xs\", Table = \"b\")] public partial class {|B|} { }"),
        new("HIVE0021", "[Link] cannot stand on 'Text'", "[HiveModel] public partial class A { [{|Link|}] public string? Text { get; set; } }"),
        new("HIVE0021", "[CreatedAt] cannot stand on 'Text'", "[HiveModel] public partial class A { [{|CreatedAt|}] public string? Text { get; set; } }"),
        new("HIVE0021", "[StringLength] cannot stand on 'Number'", "[HiveModel] public partial class A { [{|System.ComponentModel.DataAnnotations.StringLength(3)|}] public int Number { get; set; } }"),
        new("HIVE0021", "[Range] cannot stand on 'Text'", "[HiveModel] public partial class A { [{|System.ComponentModel.DataAnnotations.Range(1, 2)|}] public string? Text { get; set; } }"),
        new("HIVE0022", "'List<string>'", "[HiveModel] public partial class A { [{|Json|}] public List<string> Tags { get; set; } = []; }"),
        new("HIVE0023", "'a-b' cannot be a sync name", "[{|HiveModel(Sync = \"a-b\")|}] public partial class A { }"),
    ];
}
