using System.Text;
using HiveGen.Generator.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Tests;

public sealed class CodeWriterTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("größe 😀")]
    public void A_text_is_what_was_written_whatever_its_letters(string word)
    {
        using CodeWriter w = new();
        w.Open($"class {word}");
        w.Summary($"About {word}.");
        w.Literal("string s = ", "SELECT \"a\"\nFROM \"b\"", ";");
        w.Close();

        SourceText text = w.ToSourceText();
        SourceText expected = SourceText.From($"class {word}\n{{\n    /// <summary>About {word}.</summary>\n    string s = \"\"\"\n        SELECT \"a\"\n        FROM \"b\"\n        \"\"\";\n}}\n", Encoding.UTF8);

        Assert.Equal(expected.ToString(), text.ToString());
        Assert.Equal(Encoding.UTF8, text.Encoding);
        Assert.Equal(expected.GetChecksum().AsEnumerable(), text.GetChecksum().AsEnumerable());
        Assert.Equal(expected.Lines.Select(static line => line.ToString()), text.Lines.Select(static line => line.ToString()));
        Assert.Equal(expected[3], text[3]);
    }

    [Fact]
    public void A_text_does_not_change_when_its_buffer_is_used_again()
    {
        SourceText first;
        using (CodeWriter w = new())
        {
            w.Line("first");
            first = w.ToSourceText();
        }

        using CodeWriter next = new();
        next.Line(new string('x', 300_000));

        Assert.Equal("first\n", first.ToString());
        Assert.Equal(300_001, next.ToSourceText().Length);
    }
}
