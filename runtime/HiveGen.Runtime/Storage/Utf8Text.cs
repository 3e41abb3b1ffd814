using System.Buffers;
using System.Text;

namespace HiveGen.Storage;

/// <summary>Text between .NET and SQLite. Most of it is ASCII, which has a shorter way.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>Throws on a lone surrogate, which would otherwise be stored as another text than was given.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of these bytes; a broken sequence becomes U+FFFD.</summary>
    public static string Read(byte* text, int bytes)
        => Ascii.IsValid(new ReadOnlySpan<byte>(text, bytes)) ? Encoding.Latin1.GetString(text, bytes) : Encoding.UTF8.GetString(text, bytes);

    /// <summary>Writes the text; gives the bytes written.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<byte> destination)
        => Ascii.FromUtf16(text, destination, out int written) == OperationStatus.Done ? written : Strict.GetBytes(text, destination);
}
