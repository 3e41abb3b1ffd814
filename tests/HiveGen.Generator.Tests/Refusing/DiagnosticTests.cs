using System.Reflection;
using HiveGen.Generated;
using HiveGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Tests;

public sealed class DiagnosticTests
{
    private const string Good = "namespace Healthy { [HiveModel(Sync = \"healthy\")] public sealed partial class Good { public required string Text { get; set; } } }";

    /// <summary>Texts and not the cases themselves, which test runners could not tell apart: each is a test of its own.</summary>
    public static TheoryData<string, string, string> All()
    {
        TheoryData<string, string, string> data = [];
        foreach (DiagnosticCase refused in DiagnosticCases.All)
        {
            data.Add(refused.Id, refused.Message, refused.Source);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_cannot_be_generated_is_refused_where_it_stands(string id, string message, string marked)
    {
        int start = marked.IndexOf("{|", StringComparison.Ordinal);
        int end = marked.IndexOf("|}", StringComparison.Ordinal) - 2;
        string source = marked.Replace("{|", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

        (GeneratorRunResult result, CSharpCompilation output) = Run(Good, source);

        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Told(result.Diagnostics));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(TextSpan.FromBounds(start, end), diagnostic.Location.SourceSpan);
        Assert.Equal("Source1.cs", diagnostic.Location.SourceTree!.FilePath);
        Assert.Contains("Healthy.Good.g.cs", result.GeneratedSources.Select(static file => file.HintName));
        string[] broken = [.. output.GetDiagnostics().Where(static error => error.Severity == DiagnosticSeverity.Error && error.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true).Select(static error => error.ToString())];
        Assert.Equal([], broken);
    }

    [Fact]
    public void A_diagnostic_can_be_silenced_by_pragma()
    {
        const string Source = "[HiveModel] public sealed partial class A { public object Thing { get; set; } = new(); }";
        CSharpCompilation compilation = GeneratorHarness.Compile("#pragma warning disable HIVE0004\n" + Source);

        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(compilation, out _, out var silenced);
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile(Source), out _, out var loud);

        Assert.Equal("HIVE0004", Assert.Single(GeneratorHarness.Told(loud)).Id);
        Assert.True(GeneratorHarness.Told(silenced).All(static diagnostic => diagnostic.IsSuppressed));
    }

    [Fact]
    public void A_model_named_like_a_generated_class_of_another_is_refused_by_name()
    {
        (GeneratorRunResult result, _) = Run("[HiveModel] public partial class Account { } [HiveModel] public partial class AccountSet { }");

        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Told(result.Diagnostics));
        Assert.Equal("HIVE0012", diagnostic.Id);
        Assert.Contains("the generator gives 'Account' a class of that name", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_generated_classes_cannot_be_used_beside_or_in_a_model()
    {
        string[] beside =
        [
            "Records", "Sync", "SyncModel", "SqliteMap", "PostgresMap", "TursoMap", "MySqlMap", "MongoMap", "FirestoreMap",
            "BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet", "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove",
        ];
        string[] inside = ["Columns", "Changes", "Hooks", "Schema"];
        string source = $"[HiveModel] public partial class A {{ {string.Concat(inside.Select(static name => $"public class {name} {{ }} "))} }} "
            + string.Concat(beside.Select(static name => $"public class A{name} {{ }} "));

        Assert.Equal([.. inside, .. beside.Select(static name => "A" + name)], Reserved(source));
    }

    [Fact]
    public void Names_that_generated_members_have_cannot_be_properties_sets_or_tables()
    {
        string[] objects = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];
        string[] properties = [.. new[] { typeof(GeneratedSyncRecord), typeof(ModelColumns<>), typeof(Changes<>) }.SelectMany(Inherited).Concat(objects).Distinct()];
        string[] columns = ["_version", "_Deleted", "_home", "_SyncedAt", "_synced_at", "rowid", "Rowid", "oid", "Oid", "_rowid_", "bladeId", "blade_id", "_hive", "_hive_seq"];
        string[] sets = ["Engine", "Schema", "Sql", "Sync", "Open", "Create", "BatchAsync", "Dispose", "DisposeAsync", .. objects];
        string[] tables = ["_hive", "_HIVE_x", "sqlite_x", "SQLITE_x", "x_live", "x_LIVE"];

        Assert.Equal(properties, Reserved($"#pragma warning disable\n[HiveModel] public partial class A {{ {Properties(properties)} }}"));
        foreach (string column in columns)
        {
            Assert.Equal([column], Reserved($"[HiveModel] public partial class A {{ {Properties([column])} }}"));
        }

        Assert.Equal(sets, Reserved(string.Concat(sets.Select(static (set, i) => $"[HiveModel(Plural = \"{set}\", Table = \"t{i}\")] public partial class M{i:00} {{ }} "))));
        Assert.Equal(tables, Reserved(string.Concat(tables.Select(static (table, i) => $"[HiveModel(Plural = \"P{i}\", Table = \"{table}\")] public partial class M{i} {{ }} "))));
        Assert.Equal(tables, Reserved(string.Concat(tables.Select(static (table, i) => $"[HiveModel(Plural = \"P{i}\", Sync = \"{table}\")] public partial class M{i} {{ }} "))));
        Assert.Empty(Reserved($"#pragma warning disable\n[HiveModel(Table = \"hive_live_x\")] public partial class A {{ {Properties(["Gave", "Get", "GetOrNull", "GetNothing", "Get5", "Text", "Int32OrNull", "BSync", "Async", "ASyncs", "versions", "_hiv", "row_id", "Id2", "sqlite"])} }}"));
    }

    [Fact]
    public void A_hundred_and_twenty_eight_fields_leave_the_Hive_and_any_number_stays()
    {
        string synced = string.Concat(Enumerable.Range(0, 127).Select(static i => $"public int P{i} {{ get; set; }} "));
        string local = string.Concat(Enumerable.Range(0, 20).Select(static i => $"[LocalOnly] public int L{i} {{ get; set; }} "));

        Assert.Empty(GeneratorHarness.Told(Run($"[HiveModel(Sync = \"many\")] public partial class Many {{ {synced}{local} }}").Result.Diagnostics));
        Assert.Empty(GeneratorHarness.Told(Run($"[HiveModel] public partial class Many {{ public int More {{ get; set; }} public int Most {{ get; set; }} {synced} }}").Result.Diagnostics));
    }

    [Theory]
    [InlineData("HiveModel", "HiveDatabase")]
    [InlineData("HiveModel", "HiveTarget(\"t\")")]
    [InlineData("HiveModel", "HiveHooks")]
    [InlineData("HiveDatabase", "HiveTarget(\"t\")")]
    [InlineData("HiveDatabase", "HiveHooks")]
    [InlineData("HiveTarget(\"t\")", "HiveHooks")]
    public void A_class_is_one_thing_only(string first, string second)
    {
        foreach (string marks in new[] { $"{first}, {second}", $"{second}, Obsolete, {first}" })
        {
            (GeneratorRunResult result, _) = Run($"[{marks}] public partial class X {{ }}");

            Assert.Single(result.Diagnostics, told => told.Id == "HIVE0003" && told.GetMessage(System.Globalization.CultureInfo.InvariantCulture) == $"'X' is marked [{first.Split('(')[0]}] too, and cannot be both");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_that_is_marked_twice_costs_the_compiler_s_own_error_and_no_more(bool inOneFile)
    {
        const string Part = "[HiveModel] public partial class A { }";

        (GeneratorRunResult result, CSharpCompilation output) = inOneFile ? Run(Part + Part) : Run(Part, Part);

        Assert.Empty(GeneratorHarness.Told(result.Diagnostics));
        Assert.Equal("CS0579", Assert.Single(output.GetDiagnostics(), static told => told.Severity == DiagnosticSeverity.Error).Id);
        Assert.Contains("A.g.cs", result.GeneratedSources.Select(static file => file.HintName));
    }

    [Fact]
    public void Of_models_that_collide_the_first_by_name_is_generated()
    {
        (GeneratorRunResult result, CSharpCompilation output) = Run("[HiveModel(Table = \"x\")] public partial class B { } [HiveModel(Table = \"x\")] public partial class A { } [HiveModel(Table = \"x\")] public partial class D { } [HiveModel] public partial class C { public Link<B>? B { get; set; } public Link<A>? A { get; set; } public Link<D>? D { get; set; } }");

        string[] files = [.. result.GeneratedSources.Select(static file => file.HintName)];
        Assert.Equal(["HIVE0006", "HIVE0006"], GeneratorHarness.Told(result.Diagnostics).Select(static told => told.Id));
        Assert.Equal(["A.g.cs", "C.g.cs"], files.Where(static file => file.Length == "A.g.cs".Length).Order(StringComparer.Ordinal));
        GeneratorHarness.AssertClean(output);
    }

    [Theory]
    [InlineData("\"starts_at\" > 0 AND [starts_at] IS NOT NULL OR `starts_at` BETWEEN 1e3 AND .5")]
    [InlineData("CASE WHEN starts_at IN (1, 2) THEN length(name) > 0 ELSE name NOT LIKE '%it''s%' ESCAPE '!' END")]
    [InlineData("CAST(starts_at AS TEXT) COLLATE NOCASE <> x'00ff' AND as_table.name GLOB '[a-z]*'")]
    [InlineData("(starts_at ISNULL OR starts_at NOTNULL) AND TRUE IS NOT FALSE AND starts_at IS DISTINCT FROM 1 OR NULL < X'00'")]
    [InlineData("abs(1.5e-3 + 5.) < starts_at / 2 - 1")]
    [InlineData("name COLLATE nocase = CAST(starts_at AS Text) AND CAST (name AS VARCHAR(10)) NOT IN ('x''y', '') AND main . as_table . name IS NOT 'z' ")]
    [InlineData("iif ( STARTS_AT > 0x1F , 1 , 0 ) - -1")]
    public void A_check_that_SQLite_takes_is_taken(string sql)
    {
        string text = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(sql, quote: true);
        (GeneratorRunResult result, CSharpCompilation output) = Run($"[HiveModel(Table = \"as_table\"), Check({text})] public sealed partial class A {{ public int StartsAt {{ get; set; }} public required string Name {{ get; set; }} }}");

        Assert.Empty(GeneratorHarness.Told(result.Diagnostics));
        GeneratorHarness.AssertClean(output);
        using Microsoft.Data.Sqlite.SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE as_table (id TEXT, starts_at INTEGER, name TEXT, CHECK ({sql})) STRICT";
        command.ExecuteNonQuery();
    }

    [Fact]
    public void A_class_that_is_not_partial_yet_costs_one_error_at_its_own_line()
    {
        (GeneratorRunResult result, CSharpCompilation output) = Run(
            "namespace App; public class Outer { [HiveModel(Sync = \"as\")] public sealed class A { public int Number { get; set; } } } public static class Use { public static int Of(Tests.App.Hive hive) => hive.As.All().Count(); }");

        Assert.Empty(GeneratorHarness.Told(result.Diagnostics));
        Diagnostic[] errors = [.. output.GetDiagnostics().Where(static error => error.Severity == DiagnosticSeverity.Error)];
        Assert.Equal(["CS0260", "CS0260"], errors.Select(static error => error.Id));
        Assert.All(errors, static error => Assert.Equal("Source0.cs", error.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void It_tells_how_many_models_were_generated_and_which_were_not()
    {
        (GeneratorRunResult result, _) = Run(Good, "namespace App; [HiveModel] public partial class A { } [HiveModel] public abstract partial class B { } [HiveModel] public partial class C { public char D { get; set; } }");

        Diagnostic told = Assert.Single(result.Diagnostics, static diagnostic => diagnostic.Id == "HIVE0000");
        Assert.Equal(DiagnosticSeverity.Hidden, told.Severity);
        Assert.Equal("2 of 4 models generated, 2 refused: App.B, App.C", told.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(Run("public class Nothing { }").Result.Diagnostics);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp8)]
    public void A_version_of_C_sharp_that_is_too_old_is_said_once_and_nothing_is_generated(LanguageVersion version)
    {
        CSharpParseOptions options = new(version);
        CSharpCompilation compilation = GeneratorHarness.Compile().RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace App { [HiveGen.HiveModel] public partial class A { } [HiveGen.HiveTarget(\"t\")] public partial class T { } }", options));

        GeneratorRunResult result = GeneratorHarness.Result(CSharpGeneratorDriver.Create([new HiveGenerator().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation));

        Assert.Equal("HIVE0028", Assert.Single(GeneratorHarness.Told(result.Diagnostics)).Id);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void A_link_to_a_refused_model_does_not_break_the_model_that_links()
    {
        (GeneratorRunResult result, CSharpCompilation output) = Run(
            "[HiveModel] public abstract partial class Bad { } [HiveModel] public sealed partial class Fine { public required Link<Bad> Bad { get; set; } }");

        Assert.Equal("HIVE0003", Assert.Single(GeneratorHarness.Told(result.Diagnostics)).Id);
        Assert.Contains("Fine.g.cs", result.GeneratedSources.Select(static file => file.HintName));
        GeneratorHarness.AssertClean(output);
    }

    [Fact]
    public void Every_rule_has_a_case_a_page_and_a_release_row()
    {
        string root = RepositoryRoot();
        string rows = File.ReadAllText(Path.Combine(root, "generator", "HiveGen.Generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(root, "generator", "HiveGen.Generator", "AnalyzerReleases.Shipped.md"));
        HashSet<string> tested = [Rules.Coverage.Id, Rules.OldLanguage.Id, Rules.OtherContract.Id, .. DiagnosticCases.All.Select(static refused => refused.Id)];
        DiagnosticDescriptor[] rules = [.. typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

        Assert.Equal(rules.Length, rules.Select(static rule => rule.Id).Distinct().Count());
        foreach (DiagnosticDescriptor rule in rules)
        {
            Assert.Contains(rule.Id, tested);
            Assert.Contains($"\n{rule.Id} | HiveGen | {rule.DefaultSeverity} | {rule.Title}", rows, StringComparison.Ordinal);
            Assert.EndsWith($"docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
            string page = File.ReadAllText(Path.Combine(root, "docs", "rules", rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}", page, StringComparison.Ordinal);
        }
    }

    /// <summary>What a generated class inherits from the runtime and may call, or would hide.</summary>
    private static IEnumerable<string> Inherited(Type @base)
        => @base.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(static member => member.DeclaringType != typeof(object) && member switch
            {
                MethodInfo method => !method.IsSpecialName && (method.IsFamily || method.IsPublic),
                PropertyInfo property => property.GetMethod!.IsFamily || property.GetMethod.IsPublic,
                _ => false,
            })
            .Select(static member => member.Name)
            .Distinct();

    private static string Properties(string[] names) => string.Concat(names.Select(static name => $"public string? {name} {{ get; set; }} "));

    /// <summary>The names that are refused as reserved, in their order; nothing else may be told.</summary>
    private static string[] Reserved(string source)
    {
        Diagnostic[] told = GeneratorHarness.Told(Run(source).Result.Diagnostics);
        Assert.All(told, static diagnostic => Assert.Equal("HIVE0012", diagnostic.Id));
        return [.. told.Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('\'')[1])];
    }

    private static (GeneratorRunResult Result, CSharpCompilation Output) Run(params string[] sources)
    {
        GeneratorDriver driver = GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile(sources), out Compilation output, out _);
        return (GeneratorHarness.Result(driver), (CSharpCompilation)output);
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
