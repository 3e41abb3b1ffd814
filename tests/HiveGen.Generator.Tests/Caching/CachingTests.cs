using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

public sealed class CachingTests
{
    private const string Account = """
        namespace App;
        [HiveModel(Sync = "users")]
        public sealed partial class Account : Dated { public required string Email { get; set; } }
        """;

    private const string Post = """
        namespace App;
        [HiveModel(Sync = "posts")]
        public sealed partial class Post { public required Link<Account> Author { get; set; } public int Views { get; set; } }
        """;

    private const string Base = """
        namespace App;
        public abstract class Dated { public DateTimeOffset CreatedAt { get; set; } }
        """;

    private const string Other = "namespace App; public static class Other { public static int Value => 1; }";

    [Fact]
    public void An_edit_elsewhere_makes_nothing_anew()
    {
        Assert.Equal([], Remade(3, Other, "namespace App; public static class Other { public static int Value => 2; }"));
    }

    [Fact]
    public void A_comment_in_the_file_of_a_model_makes_nothing_anew()
    {
        Assert.Equal([], Remade(0, Account, "// moved down by a comment\n" + Account));
    }

    [Fact]
    public void A_new_method_in_the_file_of_a_model_makes_nothing_anew()
    {
        Assert.Equal([], Remade(1, Post, Post.Replace("public int Views", "private int Twice() => Views * 2; public int Views", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_edit_of_a_base_class_in_another_file_reaches_the_model()
    {
        Assert.Equal(["App.Account.g.cs"], Remade(2, Base, Base.Replace("CreatedAt", "MadeAt", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_property_makes_one_file_anew()
    {
        Assert.Equal(["App.Post.g.cs"], Remade(1, Post, Post.Replace("public int Views", "public string? Title { get; set; } public int Views", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_default_makes_one_file_anew()
    {
        Assert.Equal(["App.Post.g.cs"], Remade(1, Post, Post.Replace("Views { get; set; }", "Views { get; set; } = 3;", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_table_reaches_the_models_that_link_to_it()
    {
        string[] remade = Remade(0, Account, Account.Replace("Sync = \"users\"", "Sync = \"users\", Table = \"people\"", StringComparison.Ordinal));

        Assert.Contains("App.Account.g.cs", remade);
        Assert.Contains("App.Post.g.cs", remade);
    }

    [Fact]
    public void A_diagnostic_of_one_model_makes_no_other_anew()
    {
        string[] remade = Remade(1, Post, Post.Replace("int Views", "object Views", StringComparison.Ordinal));

        Assert.DoesNotContain("App.Account.g.cs", remade);
        Assert.DoesNotContain("App.Post.g.cs", remade);
    }

    /// <summary>The files whose text differs after the edit, with the proof that the others' steps were cached.</summary>
    private static string[] Remade(int index, string before, string after)
    {
        string[] sources = [Account, Post, Base, Other];
        Assert.Equal(before, sources[index]);
        CSharpCompilation compilation = GeneratorHarness.Compile(sources);
        GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
        Dictionary<string, string> old = Texts(GeneratorHarness.Result(driver));
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Source{index}.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, GeneratorHarness.Parse(after, tree.FilePath)));
        GeneratorRunResult result = GeneratorHarness.Result(driver);

        int modified = result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        string[] changed = [.. Texts(result).Where(file => !old.TryGetValue(file.Key, out string? text) || text != file.Value).Select(static file => file.Key).Order(StringComparer.Ordinal)];
        Assert.True(changed.Length > 0 || modified == 0, $"{modified} outputs ran although no text changed");
        return changed;
    }

    private static Dictionary<string, string> Texts(GeneratorRunResult result)
    {
        ImmutableArray<GeneratedSourceResult> sources = result.GeneratedSources;
        return sources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());
    }
}
