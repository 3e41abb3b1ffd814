using System.Text;

namespace HiveGen.Migrations;

/// <summary>The names in SQL: made comparable, and exchanged.</summary>
internal static class SqlNames
{
    /// <summary>
    /// The statement without the quotes of its names, which SQLite adds when it renames something, and with the new names of what is
    /// renamed. White space is as <see cref="SqlSpaces.Collapse"/> leaves it.
    /// </summary>
    /// <param name="sql">A part of a statement.</param>
    /// <param name="renamed">Former names and the new ones.</param>
    /// <param name="bare">Whether names without quotes are exchanged too, as a person writes them in a condition.</param>
    public static string Comparable(string sql, IReadOnlyDictionary<string, string>? renamed = null, bool bare = false)
    {
        string text = SqlSpaces.Collapse(sql);
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = IsWord(text[i]) ? EndOfWord(text, i) : SqlSpaces.End(text, i);
            string part = text[i..end];
            bool quoted = text[i] is '"' or '`' or '[' && part.Length > 2;
            string name = quoted ? SqlSpaces.Unquote(part) : part;
            if (renamed is not null && (quoted || (bare && IsWord(text[i]))) && renamed.TryGetValue(name, out string? other))
            {
                result.Append(other);
            }
            else
            {
                result.Append(quoted && IsPlain(name) ? name : part);
            }

            i = end;
        }

        return result.ToString();
    }

    private static bool IsPlain(string name) => IsWord(name[0]) && EndOfWord(name, 0) == name.Length;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && IsWord(text[start]))
        {
            start++;
        }

        return start;
    }
}
