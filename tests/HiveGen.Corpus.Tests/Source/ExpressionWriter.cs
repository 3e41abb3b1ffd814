using System.Text.RegularExpressions;

namespace HiveGen.Corpus;

/// <summary>The SQL expressions of the recording (fields, texts, <c>||</c>, <c>LOWER</c>, <c>UPPER</c>) as C# over a record.</summary>
internal sealed partial class ExpressionWriter
{
    private readonly List<string> tokens;
    private readonly ModelSpec model;
    private readonly string record;
    private int next;

    private ExpressionWriter(ModelSpec model, string sql, string record)
    {
        this.model = model;
        this.record = record;
        tokens = [.. Token().Matches(sql).Select(static match => match.Value).Where(static token => token.Trim().Length > 0)];
    }

    public static string Write(ModelSpec model, string sql, string record)
    {
        ExpressionWriter writer = new(model, sql, record);
        string text = writer.Joined();
        return writer.next == writer.tokens.Count ? text : throw Unknown(sql);
    }

    private string Joined()
    {
        List<string> parts = [Part()];
        while (next < tokens.Count && tokens[next] == "||")
        {
            next++;
            parts.Add(Part());
        }

        return parts.Count == 1 ? parts[0] : $"Support.Join({string.Join(", ", parts)})";
    }

    private string Part()
    {
        string token = next < tokens.Count ? tokens[next++] : throw Unknown("");
        if (token.StartsWith("__RONIN_FIELD_", StringComparison.Ordinal))
        {
            return $"{record}.{model.Find(token["__RONIN_FIELD_".Length..])!.Property}";
        }

        if (token[0] == '\'')
        {
            return Literals.Text(token[1..^1].Replace("''", "'", StringComparison.Ordinal));
        }

        string method = token.ToUpperInvariant() switch { "LOWER" => "ToLowerInvariant", "UPPER" => "ToUpperInvariant", _ => throw Unknown(token) };
        next++; // (
        string inner = Joined();
        next++; // )
        return $"{inner}?.{method}()";
    }

    private static OtherwiseException Unknown(string sql) => new($"lacks: the SQL function or operator {sql}");

    [GeneratedRegex(@"__RONIN_FIELD_\w+|'(?:[^']|'')*'|\|\||\w+|[()]|\s+|.")]
    private static partial Regex Token();
}
