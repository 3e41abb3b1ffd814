using HiveGen.Queries;
using Xunit;

namespace HiveGen.Tests.Queries;

public sealed class CursorTests
{
    private static readonly OrderTerm[] Order = [new("a", false), new("b", true), new("c", false), new("d", false), new("id", true)];

    private static readonly SqlValue[] Values = [SqlValue.From(long.MinValue), SqlValue.From(2.5), SqlValue.Null, SqlValue.From(new byte[] { 0, 255 }), SqlValue.From("é\0\U0001F600")];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_kind_of_value_comes_back_exactly(bool inclusive)
    {
        string text = new Cursor(Values, inclusive).Encode("items", Order);
        Cursor back = Cursor.Decode(text, "items", Order);
        Assert.Equal(Values, back.Values);
        Assert.Equal(inclusive, back.Inclusive);
    }

    [Fact]
    public void It_needs_no_escaping_in_a_url()
    {
        string text = new Cursor(Values, false).Encode("items", Order);
        Assert.Equal(text, Uri.EscapeDataString(text));
    }

    [Fact]
    public void One_of_another_model_is_refused() => Refused(new Cursor(Values, false).Encode("others", Order));

    [Fact]
    public void One_of_another_order_is_refused()
    {
        OrderTerm[] other = [.. Order];
        other[1] = other[1] with { Descending = false };
        Refused(new Cursor(Values, false).Encode("items", other));
    }

    [Fact]
    public void Every_cut_and_every_changed_letter_is_refused()
    {
        string text = new Cursor(Values, false).Encode("items", Order);
        for (int i = 0; i < text.Length - 1; i++)
        {
            Refused(text[..i]);
            Refused(string.Concat(text.AsSpan(0, i), text[i] == 'A' ? "B" : "A", text.AsSpan(i + 1)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no cursor!")]
    [InlineData("%%%")]
    [InlineData("é")]
    public void What_is_no_cursor_is_refused(string text) => Refused(text);

    private static void Refused(string text) => Assert.Throws<HiveCursorException>(() => Cursor.Decode(text, "items", Order));
}
