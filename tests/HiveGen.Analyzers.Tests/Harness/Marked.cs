using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Analyzers.Tests;

/// <summary>Code in which <c>[|…|]</c> marks where something is reported.</summary>
internal sealed class Marked
{
    private const string Open = "[|";
    private const string Close = "|]";

    public Marked(string text)
    {
        List<TextSpan> spans = [];
        for (int open = text.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = text.IndexOf(Open, open, StringComparison.Ordinal))
        {
            text = text.Remove(open, Open.Length);
            int close = text.IndexOf(Close, open, StringComparison.Ordinal);
            text = text.Remove(close, Close.Length);
            spans.Add(TextSpan.FromBounds(open, close));
        }

        Text = text;
        Spans = spans;
    }

    public string Text { get; }

    public IReadOnlyList<TextSpan> Spans { get; }
}
