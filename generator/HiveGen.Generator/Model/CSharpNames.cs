using System.Collections.Generic;
using System.Text;

namespace HiveGen.Generator.Model;

/// <summary>Names as C# source must spell them: keywords with an @.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        // Words that are keywords in some places only, but types and members may be called so, and stand in those places.
        "allows", "and", "async", "await", "dynamic", "extension", "field", "file", "global", "nameof", "nint", "not", "notnull", "nuint", "or", "partial", "record",
        "required", "scoped", "unmanaged", "var", "when", "where", "with", "yield",
    ];

    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Appends a name with dots, every part of it escaped.</summary>
    public static void AppendEscaped(StringBuilder text, string name)
    {
        if (name.IndexOf('.') < 0)
        {
            text.Append(Escape(name));
            return;
        }

        string separator = "";
        foreach (string part in name.Split('.'))
        {
            text.Append(separator).Append(Escape(part));
            separator = ".";
        }
    }
}
