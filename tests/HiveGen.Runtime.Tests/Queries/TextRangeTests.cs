using System.Text;
using HiveGen.Queries;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class TextRangeTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("ab", "ac")]
    [InlineData("\uD7FF", "\uE000")]
    [InlineData("\uFFFF", "\U00010000")]
    [InlineData("\U0001F600", "\U0001F601")]
    [InlineData("\U0001FFFF", "\U00020000")]
    [InlineData("a\U0010FFFF", "b")]
    [InlineData("a\U0010FFFF\U0010FFFF", "b")]
    public void The_end_is_the_next_letter_in_the_last_place_that_has_one(string prefix, string end) => Assert.Equal(end, TextRange.End(prefix));

    [Fact]
    public void A_prefix_of_last_letters_alone_has_no_end() => Assert.Null(TextRange.End("\U0010FFFF\U0010FFFF"));

    [Fact]
    public void Every_text_is_in_the_range_exactly_when_it_begins_with_the_prefix()
    {
        string[] letters = ["", "a", "b", "%", "é", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0001F600", "\U0010FFFF"];
        string[] texts = [.. from x in letters from y in letters from z in letters select x + y + z];
        foreach (string prefix in texts.Where(static text => text.Length is > 0 and < 4).Distinct())
        {
            byte[] from = Encoding.UTF8.GetBytes(prefix);
            byte[]? end = TextRange.End(prefix) is { } e ? Encoding.UTF8.GetBytes(e) : null;
            foreach (string text in texts)
            {
                ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(text);
                bool inRange = bytes.SequenceCompareTo(from) >= 0 && (end is null || bytes.SequenceCompareTo(end) < 0);
                Assert.Equal(text.StartsWith(prefix, StringComparison.Ordinal), inRange);
            }
        }
    }
}
