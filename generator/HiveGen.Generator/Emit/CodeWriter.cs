using System;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>Writes indented C#, with <c>\n</c> at the end of every line. One a file; the buffer is reused by the thread.</summary>
internal sealed class CodeWriter : IDisposable
{
    private const int Step = 4;

    [ThreadStatic]
    private static char[]? spare;

    private char[] buffer;
    private int length;
    private int indent;
    private bool needsBlank;

    public CodeWriter()
    {
        buffer = spare ?? new char[128 * 1024];
        spare = null;
    }

    /// <summary>Writes a line.</summary>
    public void Line(string line)
    {
        Begin();
        Append(line);
        Append('\n');
    }

    /// <summary>Writes a line without making a string of it first.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] ref LineHandler line) => Append('\n');

    /// <summary>Writes an XML summary.</summary>
    public void Summary(string summary) => Line($"/// <summary>{summary}</summary>");

    /// <summary>Writes an XML summary without making a string of it first.</summary>
    public void Summary([InterpolatedStringHandlerArgument("")] ref SummaryHandler summary) => Append("</summary>\n");

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
        Append('\n');
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
            Append(value, start, end - start);
            Append('\n');
        }

        Line($"{quotes}{after}");
        indent -= Step;
    }

    /// <summary>What was written, as the compiler takes it.</summary>
    public SourceText ToSourceText()
        => Encoding.UTF8.GetByteCount(buffer, 0, length) == length ? new AsciiText(buffer, length) : SourceText.From(new string(buffer, 0, length), Encoding.UTF8);

    public override string ToString() => new(buffer, 0, length);

    public void Dispose() => spare = buffer;

    private void Append(char c)
    {
        Reserve(1);
        buffer[length++] = c;
    }

    private void Append(string? value)
    {
        if (value is not null)
        {
            Append(value, 0, value.Length);
        }
    }

    private void Append(string value, int start, int count)
    {
        Reserve(count);
        value.CopyTo(start, buffer, length, count);
        length += count;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }
    }

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
            Append('\n');
            needsBlank = false;
        }

        Reserve(indent);
        buffer.AsSpan(length, indent).Fill(' ');
        length += indent;
    }

    /// <summary>Appends the parts of an interpolated line.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct LineHandler
    {
        private readonly CodeWriter writer;

        public LineHandler(int literalLength, int formattedCount, CodeWriter writer)
        {
            writer.Begin();
            this.writer = writer;
        }

        public void AppendLiteral(string value) => writer.Append(value);

        public void AppendFormatted(string? value) => writer.Append(value);

        public void AppendFormatted(int value) => writer.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Appends the parts of an interpolated summary.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct SummaryHandler
    {
        private readonly CodeWriter writer;

        public SummaryHandler(int literalLength, int formattedCount, CodeWriter writer)
        {
            writer.Begin();
            writer.Append("/// <summary>");
            this.writer = writer;
        }

        public void AppendLiteral(string value) => writer.Append(value);

        public void AppendFormatted(string? value) => writer.Append(value);
    }
}
