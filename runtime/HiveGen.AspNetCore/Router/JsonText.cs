using System.Text;
using System.Text.Json;

namespace HiveGen.Router;

/// <summary>Texts out of a reader that may hold anything: half a surrogate pair written as an escape makes the reader throw.</summary>
internal static class JsonText
{
    private const int MaxShown = 64;

    /// <summary>The text the reader stands on; false when it is no Unicode text.</summary>
    public static bool TryGet(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Whether the text the reader stands on is Unicode. The body was found to be UTF-8 before, so only escapes can spoil it.</summary>
    public static bool IsUnicode(ref Utf8JsonReader reader) => !reader.ValueIsEscaped || TryGet(ref reader, out _);

    /// <summary>The member name the reader stands on as UTF-8 without escapes; a name that is no Unicode comes as it is written.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader)
        => reader.ValueIsEscaped && TryGet(ref reader, out string name) ? Encoding.UTF8.GetBytes(name) : reader.ValueSpan;

    /// <summary>A caller's text as a message may hold it: short, and without control characters.</summary>
    public static string Shown(string text)
    {
        int length = Math.Min(text.Length, MaxShown);
        length -= length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return string.Create(length + (length < text.Length ? 1 : 0), (text, length), static (span, state) =>
        {
            for (int i = 0; i < state.length; i++)
            {
                span[i] = char.IsControl(state.text[i]) ? '·' : state.text[i];
            }

            if (span.Length > state.length)
            {
                span[^1] = '…';
            }
        });
    }

    /// <summary>A caller's UTF-8 as a message may hold it.</summary>
    public static string Shown(ReadOnlySpan<byte> text) => Shown(Encoding.UTF8.GetString(text[..Math.Min(text.Length, MaxShown * 4)]));
}
