using System.Text;

namespace HiveGen.Migrations;

/// <summary>Reads SQL only as far as quotes and brackets, which is enough to compare statements of one maker.</summary>
internal static class SqlSpaces
{
    /// <summary>The statement with every run of white space outside quotes as one space, and none beside brackets and commas.</summary>
    public static string Collapse(string sql)
    {
        StringBuilder result = new(sql.Length);
        bool space = false;
        for (int i = 0; i < sql.Length;)
        {
            char c = sql[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
                continue;
            }

            if (space && result.Length > 0 && c is not ('(' or ')' or ',') && result[^1] is not ('(' or ')' or ','))
            {
                result.Append(' ');
            }

            space = false;
            int end = End(sql, i);
            result.Append(sql, i, end - i);
            i = end;
        }

        return result.ToString();
    }

    /// <summary>The words outside brackets; what is quoted or in brackets is one.</summary>
    public static List<string> Words(string sql)
    {
        List<string> words = [];
        for (int i = 0; i < sql.Length;)
        {
            int end = i;
            if (sql[i] == '(')
            {
                end = Math.Min(MatchingBracket(sql, i) + 1, sql.Length);
            }
            else if (sql[i] is '"' or '\'' or '`' or '[')
            {
                char quote = sql[i];
                do
                {
                    end = End(sql, end);
                }
                while (end < sql.Length && sql[end] == quote && quote != '[');
            }
            else
            {
                while (end < sql.Length && !char.IsWhiteSpace(sql[end]) && sql[end] is not ('(' or '"' or '\'' or '`' or '['))
                {
                    end++;
                }
            }

            if (end > i)
            {
                words.Add(sql[i..end]);
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }

    /// <summary>The name without its quotes.</summary>
    public static string Unquote(string name) => name[0] switch
    {
        '"' or '`' => name[1..^1].Replace(new string(name[0], 2), name[..1], StringComparison.Ordinal),
        '[' => name[1..^1],
        _ => name,
    };

    /// <summary>Where the character next stands outside quotes and brackets; -1 if nowhere.</summary>
    public static int IndexOfTop(string sql, char wanted, int start)
    {
        int depth = 0;
        for (int i = start; i < sql.Length; i = End(sql, i))
        {
            char c = sql[i];
            if (c == wanted && depth == 0)
            {
                return i;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Where the bracket that is opened here is closed.</summary>
    public static int MatchingBracket(string sql, int open)
    {
        int depth = 0;
        for (int i = open; i < sql.Length; i = End(sql, i))
        {
            depth += sql[i] == '(' ? 1 : sql[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return sql.Length;
    }

    /// <summary>Behind the character, or behind the quoted text that begins here. A doubled quote ends one text and begins the next.</summary>
    public static int End(string sql, int start)
    {
        char quote = sql[start] switch { '"' => '"', '\'' => '\'', '`' => '`', '[' => ']', _ => '\0' };
        if (quote == '\0')
        {
            return start + 1;
        }

        int end = sql.IndexOf(quote, start + 1);
        return end < 0 ? sql.Length : end + 1;
    }
}
