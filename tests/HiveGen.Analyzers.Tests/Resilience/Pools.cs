namespace HiveGen.Analyzers.Tests.Resilience;

/// <summary>What mutants are made of.</summary>
internal static class Pools
{
    public static readonly string[] Types =
    [
        "string", "string?", "int", "int?", "bool", "byte", "long", "ulong", "ulong?", "float", "double?", "decimal", "decimal?", "char", "object", "dynamic", "nint", "void", "int*", "int[]", "byte[]", "byte[]?", "string[]",
        "(int A, string B)", "Guid", "Guid?", "DateTime", "DateTimeOffset?", "DateOnly", "TimeOnly?", "TimeSpan", "List<string>", "IReadOnlyList<int>?", "Dictionary<string, int>", "Span<byte>", "Func<int>", "Mode", "Mode?", "Flag",
        "Link<First>", "Link<First>?", "Link<First, long>", "Link<Second, long>?", "Link<Second>", "Link<Other>", "Link<>", "Link<int>", "Link<string>?", "Link", "First", "Second.Columns", "First.Changes", "global::App.First?", "Missing", "Missing<int>", "T", "Nullable<int>", "Action",
        "System.Text.Json.JsonElement", "System.Text.Json.JsonElement?", "System.Text.Json.Nodes.JsonNode?", "System.Uri", "Exception", "Other.Inner", "ref int", "IEnumerable<First>", "Hive", "Tests.App.Hive",
    ];

    public static readonly string[] Attributes =
    [
        "[Unique]", "[Index]", "[LocalOnly]", "[CreatedAt]", "[UpdatedAt]", "[JsonColumn]", "[JsonColumn(typeof(Context))]", "[JsonColumn(typeof(int))]", "[JsonColumn(null!)]", "[JsonColumn(typeof(List<>))]", "[Scale(2)]", "[Scale(99)]", "[Scale]", "[Scale(\"x\")]", "[Link]", "[Link(OnDelete = LinkAction.Cascade)]", "[Link(OnDelete = LinkAction.SetNull)]",
        "[Link(OnDelete = (LinkAction)9)]", "[Link(OnDelete = )]", "[Link(Missing = 1)]", "[Required]", "[StringLength(3)]", "[StringLength(-1)]", "[StringLength(5, MinimumLength = 9)]", "[MaxLength]", "[MinLength(2)]", "[Length(1, 2)]", "[Range(1, 5)]", "[Range(5, 1)]", "[Range(0.5, 1e300)]",
        "[Range(typeof(decimal), \"1\", \"2\")]", "[Range(typeof(int), \"a\", null)]", "[RegularExpression(\"a+\")]", "[RegularExpression(\"(\")]", "[RegularExpression(null)]", "[EmailAddress]", "[Url]", "[Obsolete]", "[Missing]", "[Missing(1, X = 2)]", "[Unique(nameof(Name))]", "[Index(\"Nope\")]", "[property: Unique]",
        "[field: Unique]", "[Unique, Unique]", "[System.ComponentModel.DataAnnotations.Schema.NotMapped]", "[HiveModel]", "[HiveHooks]", "[DataType(DataType.Url)]", "[RenamedFrom(\"Old\")]", "[",  "[]", "[Unique(", "[Scale(int.MaxValue)]", "[StringLength(1 / 0)]", "[Compare(\"Name\")]", "[Base64String]", "[Range(double.NaN, double.PositiveInfinity)]",
    ];

    public static readonly string[] ClassAttributes =
    [
        "[HiveModel]", "[HiveModel(Sync = \"s\")]", "[HiveModel(Sync = \"firsts\")]", "[HiveModel(Sync = null)]", "[HiveModel(Sync = \"\")]", "[HiveModel(Table = \"t\", Plural = \"Ts\", Prefix = \"t\")]", "[HiveModel(Table = null, Plural = null, Prefix = null)]", "[HiveModel(Plural = \"class\")]", "[HiveModel(Plural = \"1\")]", "[HiveModel(Table = \"a b\")]", "[HiveModel(Sync = 1)]", "[HiveModel(]",
        "[HiveHooks]", "[HiveDatabase]", "[HiveTarget(\"crm\")]", "[HiveTarget(null!)]", "[HiveTarget]", "[Unique(\"Name\", \"Mode\")]", "[Unique]", "[Unique(null)]", "[Unique(\"Name\", null)]", "[Unique((string[])null!)]", "[Index(\"Name\")]", "[Index(\"Id\", \"Name\")]", "[Check(\"name <> ''\")]", "[Check(null!)]", "[Check(\"\")]", "[Check(\"name > (\")]", "[Obsolete]", "[Serializable]",
    ];

    public static readonly string[] Names =
    [
        "Name", "name", "NAME", "Id", "id", "ID", "_id", "Changes", "Columns", "Hooks", "Schema", "Clone", "Given", "Value", "value", "Record", "record", "e", "r", "w", "p", "This", "@this", "@class", "@int", "Type", "Model", "Item", "First", "System", "HiveGen", "Hive", "Global", "Equals", "ToString", "GetType", "Rowid", "_version", "__", "_", "a1",
        "Größe", "名前", "ClassName", "Add", "Set", "Remove", "Sync", "Json", "Engine", "Token", "Password", "statement", "writer", "violations", "options", "into", "given", "target", "source", "create", "Instance", "Tokens", "Table", "Select", "Insert", "Read", "Bind", "Prepare", "Draft", "Links", "Indexes", "Triggers", "IdPrefix", "InsertSql", "field", "async", "await", "required", "partial", "file", "var", "nameof", "scoped", "extension",
    ];

    public static readonly string[] Initialisers =
    [
        " = null!;", " = default!;", " = \"x\";", " = \"\";", " = 1;", " = -1;", " = 1.5;", " = 1.5m;", " = 'c';", " = true;", " = new();", " = [];", " = Mode.One;", " = (Mode)9;", " = Missing;", " = ;", " = int.MaxValue;", " = ulong.MaxValue;", " = double.NaN;", " = nameof(Name);", " = string.Empty;", " = Guid.Empty;", " = \"\\ud800\";", " = \"\\0\";", " = $\"{1}\";",
        " = 1e308;", " = float.MinValue;", " = decimal.MaxValue;", " = 0.00000000000000000001m;", " = long.MinValue;", " = typeof(int);", " = \"\"\"raw \"q\" \"\"\";", " = DateTime.UtcNow;", " = new(2020, 1, 1);", " = 5.ToString();", " = (1, \"a\");", " = default;", " = checked(1 + 2);", " = (byte)300;", " = 'a' + 1;",
    ];

    public static readonly string[] Accessors =
    [
        " { get; set; }", " { get; init; }", " { get; }", " { set; }", " { get; private set; }", " { get; protected set; }", " { get; internal set; }", " { private get; set; }", " => default!;", " { get => default!; set { } }", " { get; set; ", " { }", ";", "", " { get { return default!; } }", " { get; set; get; }", " { get => field; set => field = value; }",
    ];

    public static readonly string[] Modifiers = ["public", "internal", "private", "protected", "static", "abstract", "sealed", "required", "virtual", "new", "readonly", "file", "partial", "unsafe", "const", "override", "extern", "async", "ref", "protected internal", "private protected"];

    public static readonly string[] Tokens = ["{", "}", "(", ")", "[", "]", "<", ">", ";", ",", ".", ":", "=", "=>", "?", "!", "@", "#", "\"", "'", "$", "/*", "//", "class", "record", "struct", "interface", "enum", "namespace", "using", "where", "this", "base", "get", "set", "init", "1", "\"s\"", "'c'", "null", "#if", "#endif", "#nullable disable", "#pragma warning disable\n", "global::", "\0", "\u00a0", "🐝"];

    public static readonly string[] Heads =
    [
        "public sealed partial class", "public partial record", "public sealed partial record", "public partial record class", "public partial struct", "public partial record struct", "public partial interface", "internal partial class", "file partial class", "public static partial class", "public abstract partial class", "partial class", "class", "public class", "private partial class", "public readonly partial record struct", "public unsafe partial class", "public enum", "protected internal partial class",
    ];
}
