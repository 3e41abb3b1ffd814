using System.Buffers;
using System.Text;

namespace HiveGen.Storage;

/// <summary>Text between .NET and SQLite. Most of it is ASCII, which needs one pass instead of two.</summary>
internal static unsafe class Utf8Text
{
    /// <summary>Throws on a lone surrogate, which would otherwise be stored as another text than was given.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of these bytes, at least one; a broken sequence becomes U+FFFD.</summary>
    public static string Read(byte* text, int bytes)
    {
        string result = new('\0', bytes);
        fixed (char* start = result)
        {
            // Nobody else has seen the string yet, so it may still be filled.
            if (Ascii.ToUtf16(new ReadOnlySpan<byte>(text, bytes), new Span<char>(start, bytes), out _) == OperationStatus.Done)
            {
                return result;
            }
        }

        return Encoding.UTF8.GetString(text, bytes);
    }

    /// <summary>Writes the text; gives the bytes written.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<byte> destination)
        => Ascii.FromUtf16(text, destination, out int written) == OperationStatus.Done ? written : Strict.GetBytes(text, destination);
}
