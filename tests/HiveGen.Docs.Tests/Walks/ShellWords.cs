using System.Text;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>Reads what a reader types: words, quotes, comments, and lines that go on behind a backslash. No pipes, no variables.</summary>
internal static class ShellWords
{
    /// <summary>The commands of a block, each as its words.</summary>
    public static List<string[]> Commands(string block)
        => [.. block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(static line => (string[])[.. Words(line)]).Where(static words => words.Length > 0)];

    private static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        foreach (char c in line)
        {
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                _ = quote == '\0' ? word : word!.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                word ??= new StringBuilder();
            }
            else if (c == '#' && word is null)
            {
                break;
            }
            else if (c != ' ')
            {
                (word ??= new StringBuilder()).Append(c);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }

        Assert.True(quote == '\0', $"A quote is not closed in: {line}");
        return word is null ? words : [.. words, word.ToString()];
    }
}
