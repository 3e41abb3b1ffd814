using System.Text.RegularExpressions;

namespace HiveGen.Router;

/// <summary>What a target said, as a caller may read it: one short line without anything that looks like a key, an address of a server, a path or a type.</summary>
internal static partial class TargetWords
{
    private const int MaxLength = 300;

    /// <summary>The words, or others where the target said nothing.</summary>
    public static string Clean(string? words, string otherwise)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return otherwise;
        }

        string line = words.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd();
        line = Pairs().Replace(Inside().Replace(Addresses().Replace(line.Length > MaxLength ? line[..MaxLength] : line, "(hidden)"), "(hidden)"), "$1=(hidden)");
        return string.Create(line.Length, line, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) ? ' ' : text[i];
            }
        });
    }

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]*://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    // Paths of files, and names of types.
    [GeneratedRegex(@"(?<![\w.])(?:/[\w.@~-]+){2,}|\b[A-Za-z]:\\[^\s'"";]+|\b(?:System|Microsoft|HiveGen)(?:\.\w+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b(host|server|data source|user|user id|username|uid|password|pwd|api[-_ ]?key|key|token|secret)\s*=\s*[^;,\s]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();
}
