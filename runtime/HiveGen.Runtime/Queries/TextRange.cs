namespace HiveGen.Queries;

/// <summary>The range of texts that begin with another, by code points.</summary>
internal static class TextRange
{
    /// <summary>
    /// The least text that is greater than every text beginning with <paramref name="prefix"/>; null when there is none, which
    /// is so when every letter of it is the last of Unicode.
    /// </summary>
    public static string? End(string prefix)
    {
        int length = prefix.Length;
        while (length > 0)
        {
            bool pair = length > 1 && char.IsSurrogatePair(prefix[length - 2], prefix[length - 1]);
            int start = length - (pair ? 2 : 1);
            int last = pair ? char.ConvertToUtf32(prefix[start], prefix[start + 1]) : prefix[start];
            if (last < 0x10FFFF)
            {
                int next = last == 0xD7FF ? 0xE000 : last + 1; // between them lie the surrogates, which are no letters
                return string.Concat(prefix.AsSpan(0, start), char.ConvertFromUtf32(next));
            }

            length = start;
        }

        return null;
    }

    /// <summary>Refuses what is no Unicode text, since no stored text could hold it.</summary>
    public static void ThrowIfNoText(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new ArgumentException($"The text holds half a surrogate pair at position {i}, which is no Unicode text.", parameter);
            }
        }
    }
}
