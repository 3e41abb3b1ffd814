using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace HiveGen.Generator.Emit;

/// <summary>
/// Source of ASCII letters only, a byte each. The compiler keeps every generated file for as long as the project is open: this halves
/// what it keeps, and keeps most files out of the large object heap, whose collections cost more than the writing does.
/// </summary>
internal sealed class AsciiText : SourceText
{
    private readonly byte[] bytes;

    public AsciiText(char[] text, int length)
    {
        bytes = new byte[length];
        Encoding.UTF8.GetBytes(text, 0, length, bytes, 0);
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override int Length => bytes.Length;

    public override char this[int position] => (char)bytes[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        => Encoding.UTF8.GetChars(bytes, sourceIndex, count, destination, destinationIndex);

    public override string ToString(TextSpan span) => Encoding.UTF8.GetString(bytes, span.Start, span.Length);
}
