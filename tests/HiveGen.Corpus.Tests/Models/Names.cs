using System.Text;

namespace HiveGen.Corpus;

/// <summary>How the recording's names are spelled: plurals and tables as the original makes them, C# names of their words.</summary>
internal static class Names
{
    /// <summary><c>account</c> gives <c>accounts</c>, <c>category</c> gives <c>categories</c>, <c>beach</c> gives <c>beaches</c>.</summary>
    public static string Plural(string slug)
        => slug.Length > 1 && slug[^1] == 'y' && !"aeiou".Contains(slug[^2], StringComparison.Ordinal) ? slug[..^1] + "ies"
            : slug.EndsWith('s') || slug.EndsWith("ch", StringComparison.Ordinal) || slug.EndsWith("sh", StringComparison.Ordinal) || slug.EndsWith("ex", StringComparison.Ordinal) ? slug + "es"
            : slug + "s";

    /// <summary><c>ronin.createdAt</c> gives <c>RoninCreatedAt</c>.</summary>
    public static string Pascal(string slug)
    {
        StringBuilder text = new();
        foreach (string word in slug.Split('.', '_', '-'))
        {
            text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return text.ToString();
    }

    /// <summary><c>ronin.createdAt</c> gives <c>ronin_created_at</c>.</summary>
    public static string Snake(string slug)
    {
        StringBuilder text = new();
        foreach (char c in slug.Replace('.', '_').Replace('-', '_'))
        {
            text.Append(char.IsUpper(c) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
