using System.Collections.Immutable;
using System.Text;
using HiveGen.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HiveGen.Docs.Tests.Fences;

/// <summary>
/// Every C# block of every page compiles as it stands, in an app like the reader's. What he is to imagine around it (a model, a
/// variable called <c>ada</c>) stands in <c>Contexts</c>: in the file of the page's name, else in <c>anywhere.cs</c>.
/// </summary>
public sealed class FenceTests
{
    private const string Anywhere = "anywhere";

    private static readonly string Contexts = Path.Combine(Repository.Root, "tests", "HiveGen.Docs.Tests", "Contexts");

    private static readonly string[] UsedContexts = [.. Page.All.Where(static page => Own(page).Any()).Select(ContextOf).Distinct()];

    public static TheoryData<string> Used => [.. UsedContexts];

    [Theory]
    [MemberData(nameof(Used))]
    public void The_code_of_the_pages_compiles(string context)
    {
        List<(Fence Fence, FenceCode Code)> together = [];
        foreach (Page page in Page.All.Where(page => ContextOf(page) == context))
        {
            // Blocks that bring types are compiled alone, since two of them may bring the same; the others may use those above them.
            HashSet<string> known = [];
            foreach (Fence fence in Own(page))
            {
                FenceCode code = FenceCode.Of(fence);
                if (code.Declared.Count > 0)
                {
                    AssertCompiles(context, [(fence, code)]);
                }

                if (code.Declared.Count == 0 || (context != Anywhere && code.Declared.All(known.Add)))
                {
                    together.Add((fence, code));
                }
            }
        }

        AssertCompiles(context, together);
    }

    [Fact]
    public void No_context_is_left_over()
        => Assert.Equal([], Directory.GetFiles(Contexts, "*.cs").Select(static path => Path.GetFileNameWithoutExtension(path)).Except(UsedContexts));

    // What a snippet shows is compiled where it stands, a source by the tests of the reference; the pages of rules are compiled by the tests of the rules.
    private static IEnumerable<Fence> Own(Page page)
        => page.Name.StartsWith("docs/rules/", StringComparison.Ordinal) ? [] : page.Fences().Where(static fence => fence.Language == "csharp" && fence.Marked("snippet") is null && fence.Marked("source") is null && fence.Mark != "generated");

    private static void AssertCompiles(string context, IReadOnlyList<(Fence Fence, FenceCode Code)> shown)
    {
        string[] left = [.. shown.SelectMany(static one => one.Code.Declared), .. shown.Select(static one => one.Fence.Marked("without")).OfType<string>()];
        SyntaxTree[] files =
        [
            .. Directory.GetFiles(Path.Combine(Contexts, "Models"), "*.cs").Where(file => !left.Contains(Path.GetFileNameWithoutExtension(file))).Append(Path.Combine(Contexts, context + ".cs"))
                .Select(static file => DocsApp.Parse(File.ReadAllText(file), file)),
            .. shown.Select((one, i) => DocsApp.Parse(Source(one.Code, i, context), $"Fence{i}.cs")),
        ];
        (CSharpCompilation app, ImmutableArray<Diagnostic> told) = DocsApp.Generate(DocsApp.Compile(files));
        string errors = DocsApp.Errors(app, told, files);
        Assert.True(errors.Length == 0, errors);
    }

    private static string ContextOf(Page page) => Path.GetFileNameWithoutExtension(page.Name) is var name && File.Exists(Path.Combine(Contexts, name + ".cs")) ? name : Anywhere;

    private static string Source(FenceCode code, int number, string context)
    {
        StringBuilder source = new();
        source.Append(code.Usings).Append($"namespace {DocsApp.Namespace};\n");
        source.Append($"using static {context[..1].ToUpperInvariant()}{context[1..]};\n").Append(code.Types);
        if (code.Statements.Length > 0)
        {
            source.Append($"internal static class Fence{number} {{ public static async Task<int> RunAsync(string[] args) {{ {code.Statements} await Task.Yield(); return 0; }} }}\n");
        }

        return code.Members.Length > 0 ? source.Append($"public partial class Members{number} : Members {{ {code.Members} }}\n").ToString() : source.ToString();
    }
}
