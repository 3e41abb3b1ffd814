using System;
using System.Collections.Generic;
using HiveGen.Generator.Model;

namespace HiveGen.Generator.Parsing;

/// <summary>
/// Reads the SQL of a <c>[Check]</c> far enough to find what SQLite would refuse when the app starts: brackets and quotes that are
/// left open, names that are no columns, and what a check may not hold.
/// </summary>
internal ref struct CheckSql
{
    /// <summary>Words of SQL that may stand in a check. Those that a bracket follows need not be known: what is called is no column.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "is", "null", "like", "glob", "between", "case", "when", "then", "else", "end",
        "collate", "escape", "isnull", "notnull", "true", "false", "as", "distinct", "from",
    };

    private readonly string sql;
    private readonly List<PropertySpec> properties;
    private int position;
    private int depth;
    private string previous;

    private CheckSql(string sql, List<PropertySpec> properties)
    {
        this.sql = sql;
        this.properties = properties;
        position = depth = 0;
        previous = "";
    }

    /// <returns>What is wrong; null when nothing is found.</returns>
    public static string? Problem(string sql, List<PropertySpec> properties)
    {
        if (sql.Trim().Length == 0)
        {
            return "it is empty";
        }

        CheckSql reader = new(sql, properties);
        while (reader.position < sql.Length)
        {
            if (reader.Next() is { } problem)
            {
                return problem;
            }
        }

        return reader.depth > 0 ? "a bracket is not closed" : null;
    }

    private string? Next()
    {
        char c = sql[position];
        switch (c)
        {
            case '\'':
                return Quoted('\'') is null ? "a text is not closed" : null;
            case '"' or '`' or '[':
                return Quoted(c == '[' ? ']' : c) is { } name ? Column(name) : "a name is not closed";
            case '-' when Follows("--"):
            case '/' when Follows("/*"):
                return "it holds a comment";
            case ';':
                return "it holds a semicolon";
            case '?' or ':' or '@' or '$' or '#':
                return "it holds a parameter";
            case '(':
                depth++;
                break;
            case ')' when --depth < 0:
                return "a bracket is closed that was never opened";
        }

        if (char.IsDigit(c))
        {
            Word(); // a number: its letters are no names
            return null;
        }

        if (char.IsLetter(c) || c == '_')
        {
            return Name(Word());
        }

        position++;
        return null;
    }

    private string? Name(string word)
    {
        string before = previous;
        previous = word;
        if (word is "x" or "X" && position < sql.Length && sql[position] == '\'')
        {
            return null; // the text behind it is a blob
        }

        if (Is(word, "select"))
        {
            return "it holds a subquery, which SQLite allows in no check";
        }

        if (Is(word, "current_timestamp") || Is(word, "current_date") || Is(word, "current_time"))
        {
            return "it depends on the time, which SQLite allows in no check";
        }

        return Words.Contains(word) || IsFollowedBy('(') || Is(before, "as") || Is(before, "collate") ? null : Column(word);
    }

    private readonly string? Column(string name)
    {
        if (IsFollowedBy('.'))
        {
            return null; // the table
        }

        PropertySpec? meant = null;
        foreach (PropertySpec p in properties)
        {
            if (Is(p.Column, name))
            {
                return null;
            }

            meant = Is(p.Name, name) ? p : meant;
        }

        return meant is null ? "'" + name + "' is no column of the model" : "'" + name + "' is the property; its column is '" + meant.Column + "'";
    }

    private string Word()
    {
        int start = position;
        while (position < sql.Length && (char.IsLetterOrDigit(sql[position]) || sql[position] == '_'))
        {
            position++;
        }

        return sql.Substring(start, position - start);
    }

    /// <summary>Moves behind the quote that ends what begins here, and tells what it holds; null when it is not closed. A doubled one stands for itself.</summary>
    private string? Quoted(char quote)
    {
        int start = ++position;
        while (position < sql.Length)
        {
            if (sql[position++] != quote)
            {
                continue;
            }

            if (position < sql.Length && sql[position] == quote)
            {
                position++;
                continue;
            }

            return sql.Substring(start, position - start - 1);
        }

        return null;
    }

    private readonly bool IsFollowedBy(char wanted)
    {
        int next = position;
        while (next < sql.Length && char.IsWhiteSpace(sql[next]))
        {
            next++;
        }

        return next < sql.Length && sql[next] == wanted;
    }

    private readonly bool Follows(string text) => string.CompareOrdinal(sql, position, text, 0, text.Length) == 0;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
