using HiveGen.Generator.Emit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HiveGen.Generator.Tests;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain é~", "\"plain é~\"")]
    [InlineData("a\\b\t\r\n", "\"a\\\\b\\t\\r\\n\"")]
    [InlineData("say \"x\" twice", "\"\"\"say \"x\" twice\"\"\"")]
    [InlineData("two \"\" here \" one", "\"\"\"two \"\" here \" one\"\"\"")]
    [InlineData("four \"\"\"\" here \"\"\" three", "\"\"\"\"\"four \"\"\"\" here \"\"\" three\"\"\"\"\"")]
    [InlineData("\"first", "\"\\\"first\"")]
    [InlineData("last\"", "\"last\\\"\"")]
    [InlineData("two\n\"lines\" x", "\"two\\n\\\"lines\\\" x\"")]
    [InlineData("a\"b\u0001", "\"a\\\"b\\u0001\"")]
    [InlineData("\u001f\u007f\u0085\u2028\u2029\u200e", "\"\\u001f\\u007f\\u0085\\u2028\\u2029\\u200e\"")]
    [InlineData("\u0080\u00a0\u2027", "\"\u0080\u00a0\u2027\"")]
    [InlineData("😀", "\"\\ud83d\\ude00\"")]
    public void A_text_is_read_as_it_was_written_with_ends_of_lines_and_marks_of_formatting_escaped(string value, string literal)
    {
        Assert.Equal(literal, Literal.Text(value));
        LiteralExpressionSyntax read = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal));
        Assert.Equal(value, read.Token.ValueText);
        Assert.False(read.ContainsDiagnostics);
    }

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("''", "''''''")]
    public void A_text_in_SQL_doubles_its_quotes(string value, string literal) => Assert.Equal(literal, Literal.Sql(value));

    [Fact]
    public void A_text_in_XML_is_no_markup() => Assert.Equal("a &lt;b&gt; &amp;amp; c", Literal.Xml("a <b> &amp; c"));
}
