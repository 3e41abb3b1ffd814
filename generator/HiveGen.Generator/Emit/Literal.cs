using System.Globalization;
using System.Text;

namespace HiveGen.Generator.Emit;

/// <summary>Values as C# and SQL literals.</summary>
internal static class Literal
{
    /// <summary>A string on one line.</summary>
    public static string Text(string value)
    {
        if (value.IndexOf('"') >= 0 && IsPlain(value) && value.IndexOf('\n') < 0 && value[0] != '"' && value[value.Length - 1] != '"')
        {
            string quotes = RawQuotes(value);
            return quotes + value + quotes;
        }

        StringBuilder text = new("\"", value.Length + 8);
        foreach (char c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    _ = IsPrintable(c) ? text.Append(c) : text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>Whether it can stand in a raw string as it is.</summary>
    public static bool IsPlain(string value)
    {
        foreach (char c in value)
        {
            if (c != '\n' && !IsPrintable(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Quotes for a raw string: three, or one more than stand together in the text.</summary>
    public static string RawQuotes(string value)
    {
        int most = 2;
        int run = 0;
        foreach (char c in value)
        {
            run = c == '"' ? run + 1 : 0;
            most = run > most ? run : most;
        }

        return new string('"', most + 1);
    }

    /// <summary>A text in SQL.</summary>
    public static string Sql(string value) => "'" + value.Replace("'", "''") + "'";

    /// <summary>A text inside XML documentation.</summary>
    public static string Xml(string value) => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Bool(bool value) => value ? "true" : "false";

    private static bool IsPrintable(char c) => c < '\u007f' ? c >= ' ' : c != '\u007f' && c is not ('\u0085' or '\u2028' or '\u2029') && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
