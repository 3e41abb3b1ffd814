using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Generator.Tests;

/// <summary>What each kind of edit makes of each step of the pipeline. A step that is not named is cached, or ran and found nothing new.</summary>
public sealed class StepReasonTests
{
    private static readonly string[] Sources =
    [
        "namespace App; [HiveModel(Sync = \"users\")] public sealed partial class Account : Dated { public required string Email { get; set; } }",
        "namespace App; [HiveModel(Sync = \"posts\")] public sealed partial class Post { public required Link<Account> Author { get; set; } public int Views { get; set; } private int Twice() => Views * 2; }",
        "namespace App; public abstract class Dated { public DateTimeOffset CreatedAt { get; set; } }",
        "namespace App; public static class Other { public static int Value => 1; }",
        "namespace App; [HiveHooks] public sealed class PostHooks : Post.Hooks { public override ValueTask BeforeAdd(PostBeforeAdd e) => default; }",
    ];

    public static TheoryData<string, int, string, string, string[]> Edits() => new()
    {
        { "an unrelated edit", 3, "1;", "2;", [] },
        { "a comment above a model", 0, "namespace", "// moved\nnamespace", [] },
        { "blanks in a model", 1, "{ get; set; } private", "{  get;  set;  }  private", [] },
        { "the body of a method", 1, "Views * 2", "Views * 3", [] },
        { "the body of a hook", 4, "=> default", "=> new(Task.CompletedTask)", [] },
        { "a new property", 1, "private", "public string? Title { get; set; } private", ["Models: 1 Modified", "App.Post"] },
        { "another type", 1, "int Views", "long Views", ["Models: 1 Modified", "App.Post"] },
        { "another default", 1, "Views { get; set; }", "Views { get; set; } = 3;", ["Models: 1 Modified", "App.Post"] },
        { "an attribute of a property", 1, "public int Views", "[Index] public int Views", ["Models: 1 Modified", "App.Post"] },
        { "an attribute of another library", 1, "public int Views", "[Obsolete] public int Views", [] },
        { "an attribute of the class", 0, "Sync = \"users\"", "Sync = \"people\"", ["Models: 1 Modified", "Refs: 1 Modified", "Assembly: 1 Modified", "App.Account", "Tests.App.Hive.Database"] },
        { "a property of a base class in another file", 2, "CreatedAt", "MadeAt", ["Models: 1 Modified", "App.Account"] },
        { "a class of the root namespace", 3, "namespace App;", "namespace Tests.App;", [] },
        { "one more hook", 4, "{ public", "{ public override ValueTask Add(PostAdd e) => default; public", ["Hooks: 1 Modified", "Tests.App.Hive.Database"] },
        { "one more model", 3, "namespace App;", "namespace App; [HiveModel] public sealed partial class Tag { }", ["Models: 1 New", "Hooks: 1 New", "Hooks: 1 Removed", "Refs: 1 New", "Assembly: 1 Modified", "App.Tag", "Tests.App.Hive.Database", "Tests.App.Hive.Json", "Tests.App.Hive.Registration"] },
        { "one model less", 1, "[HiveModel(Sync = \"posts\")]", "", ["Models: 1 Removed", "Hooks: 1 Removed", "Refs: 1 Removed", "Assembly: 1 Modified", "Tests.App.Hive.Database", "Tests.App.Hive.Json", "Tests.App.Hive.Registration"] },
        { "a model that is refused", 1, "int Views", "object Views", ["Models: 1 Removed", "Refs: 1 Modified", "Assembly: 1 Modified", "Tests.App.Hive.Database", "Tests.App.Hive.Json", "Tests.App.Hive.Registration"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_reaches_the_steps_it_concerns_and_no_others(string edit, int file, string before, string after, string[] expected)
    {
        Assert.NotEmpty(edit);
        CSharpCompilation compilation = GeneratorHarness.Compile(Sources);
        GeneratorDriver driver = GeneratorHarness.Driver().RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Source{file}.cs");
        Assert.Contains(before, Sources[file], StringComparison.Ordinal);

        GeneratorDriver edited = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, GeneratorHarness.Parse(Sources[file].Replace(before, after, StringComparison.Ordinal), tree.FilePath)));

        Assert.Equal(expected, Seen(driver, edited));
    }

    /// <summary>The steps that gave something new, and the files whose outputs ran again.</summary>
    private static string[] Seen(GeneratorDriver before, GeneratorDriver after)
    {
        GeneratorRunResult result = GeneratorHarness.Result(after);
        List<string> seen = [];
        foreach (string step in new[] { TrackingNames.Models, TrackingNames.Hooks, TrackingNames.Database, TrackingNames.Targets, TrackingNames.App, TrackingNames.Refs, TrackingNames.Assembly, TrackingNames.Context })
        {
            ImmutableArray<IncrementalGeneratorRunStep> runs = result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> found) ? found : [];
            seen.AddRange(runs.SelectMany(static run => run.Outputs).Where(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .GroupBy(static output => output.Reason).OrderBy(static group => group.Key).Select(group => $"{step}: {group.Count()} {group.Key}"));
        }

        Dictionary<string, Microsoft.CodeAnalysis.Text.SourceText> old = GeneratorHarness.Result(before).GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText);
        seen.AddRange(result.GeneratedSources.Where(source => !old.TryGetValue(source.HintName, out var text) || !ReferenceEquals(text, source.SourceText))
            .Select(static source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        return [.. seen];
    }
}
