using HiveGen.Docs.Tests.Pages;

namespace HiveGen.Docs.Tests.Reference;

/// <summary>
/// A part of a page that is made of the code: between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.
/// <c>HIVEGEN_ACCEPT=1</c> writes it.
/// </summary>
internal static class GeneratedPart
{
    public static void Match(string name, string part, string expected)
    {
        Page page = new(name);
        string begin = $"<!-- generated: {part} -->\n";
        int first = page.Text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(first >= 0, $"{name} has no line {begin}");
        first += begin.Length;
        int last = page.Text.IndexOf("<!-- end -->", first, StringComparison.Ordinal);
        string shown = page.Text[first..last].Trim('\n') + "\n";
        if (Accept.IsOn && shown != expected)
        {
            File.WriteAllText(page.Path, $"{page.Text[..first]}\n{expected}\n{page.Text[last..]}");
        }
        else
        {
            Assert.True(shown == expected, $"{name}: the part '{part}' is not what the code says:\n{Difference(shown.Split('\n'), expected.Split('\n'))}\n{Accept.How}");
        }
    }

    private static string Difference(string[] shown, string[] expected)
        => string.Join('\n', [.. shown.Except(expected).Take(10).Select(static line => "- " + line), .. expected.Except(shown).Take(10).Select(static line => "+ " + line)]);
}
