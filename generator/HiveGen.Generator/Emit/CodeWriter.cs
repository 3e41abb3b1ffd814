using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace HiveGen.Generator.Emit;

/// <summary>Writes indented C#, with <c>\n</c> at the end of every line. One a file; the buffer is reused by the thread.</summary>
internal sealed class CodeWriter : IDisposable
{
    private const int Step = 4;

    [ThreadStatic]
    private static StringBuilder? spare;

    private readonly StringBuilder text;
    private int indent;
    private bool needsBlank;

    public CodeWriter()
    {
        text = spare ?? new StringBuilder(32 * 1024);
        spare = null;
        text.Clear();
    }

    /// <summary>Writes a line.</summary>
    public void Line(string line)
    {
        Begin();
        text.Append(line).Append('\n');
    }

    /// <summary>Writes a line without making a string of it first.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref LineHandler line) => text.Append('\n');

    /// <summary>Writes an XML summary.</summary>
    public void Summary(string summary) => Line($"/// <summary>{summary}</summary>");

    /// <summary>Writes an XML summary without making a string of it first.</summary>
    public void Summary([InterpolatedStringHandlerArgument("")] ref SummaryHandler summary) => text.Append("</summary>\n");

    /// <summary>Writes an empty line before the next one, unless a block ends or begins there.</summary>
    public void Blank() => needsBlank = true;

    /// <summary>Writes a line and opens a block under it.</summary>
    public void Open(string line)
    {
        Line(line);
        OpenBlock();
    }

    /// <summary>Writes a line, without making a string of it first, and opens a block under it.</summary>
    public void Open([InterpolatedStringHandlerArgument("")] ref LineHandler line)
    {
        text.Append('\n');
        OpenBlock();
    }

    /// <summary>Closes a block.</summary>
    public void Close(string end = "}")
    {
        needsBlank = false;
        indent -= Step;
        Line(end);
    }

    /// <summary>Indents the lines that follow.</summary>
    public void Indent() => indent += Step;

    /// <summary>Ends an indentation.</summary>
    public void Outdent() => indent -= Step;

    /// <summary>Writes <c>before</c>, the value as a string literal a person can read, and <c>after</c>.</summary>
    public void Literal(string before, string value, string after)
    {
        if (value.IndexOf('\n') < 0 || !Emit.Literal.IsPlain(value))
        {
            Line($"{before}{Emit.Literal.Text(value)}{after}");
            return;
        }

        string quotes = Emit.Literal.RawQuotes(value);
        Line($"{before}{quotes}");
        indent += Step;
        for (int start = 0, end; start <= value.Length; start = end + 1)
        {
            end = value.IndexOf('\n', start);
            end = end < 0 ? value.Length : end;
            Begin();
            text.Append(value, start, end - start).Append('\n');
        }

        Line($"{quotes}{after}");
        indent -= Step;
    }

    public override string ToString() => text.ToString();

    public void Dispose() => spare = text;

    private void OpenBlock()
    {
        Line("{");
        indent += Step;
        needsBlank = false;
    }

    private void Begin()
    {
        if (needsBlank)
        {
            text.Append('\n');
            needsBlank = false;
        }

        text.Append(' ', indent);
    }

    /// <summary>Appends the parts of an interpolated line.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct LineHandler
    {
        private readonly StringBuilder text;

        public LineHandler(int literalLength, int formattedCount, CodeWriter writer)
        {
            writer.Begin();
            text = writer.text;
        }

        public void AppendLiteral(string value) => text.Append(value);

        public void AppendFormatted(string? value) => text.Append(value);

        public void AppendFormatted(int value) => text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Appends the parts of an interpolated summary.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct SummaryHandler
    {
        private readonly StringBuilder text;

        public SummaryHandler(int literalLength, int formattedCount, CodeWriter writer)
        {
            writer.Begin();
            text = writer.text.Append("/// <summary>");
        }

        public void AppendLiteral(string value) => text.Append(value);

        public void AppendFormatted(string? value) => text.Append(value);
    }
}
