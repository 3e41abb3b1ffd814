using HiveGen.Docs.Tests.Pages;

namespace HiveGen.Docs.Tests.Snippets;

/// <summary>What a page shows of a file of the repository is what stands there. <c>HIVEGEN_ACCEPT=1</c> puts it into the page.</summary>
public sealed class SnippetTests
{
    private static readonly Fence[] Shown = [.. Page.All.SelectMany(static page => page.Fences()).Where(static fence => fence.Marked("snippet") is not null)];

    [Fact]
    public void Every_snippet_is_what_its_file_says()
    {
        Assert.NotEmpty(Shown);
        foreach (Fence fence in Shown)
        {
            string code = Snippet.Read(fence.Marked("snippet")!);
            if (Accept.IsOn && code != fence.Code)
            {
                new Page(fence.Page).Replace(fence, code);
            }
            else
            {
                Assert.True(code == fence.Code, $"{fence} is not {fence.Marked("snippet")}, which is:\n{code}\n{Accept.How}");
            }
        }
    }

    [Fact]
    public void Every_snippet_that_a_sample_marks_is_shown()
    {
        IEnumerable<string> marked = Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static path => Snippet.Names(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')));
        Assert.Equal([], marked.Except(Shown.Select(static fence => fence.Marked("snippet")!)));
    }
}
