using System.Globalization;

namespace HiveGen.Adapters.Postgres;

/// <summary>Names that Prisma takes.</summary>
internal static class PrismaNames
{
    // Prisma's own types, its client, and JavaScript's key words: reserved_model_names.rs of prisma-engines.
    private static readonly HashSet<string> Reserved =
    [
        "BigInt", "Boolean", "Bytes", "DateTime", "Decimal", "Float", "Int", "Json", "PrismaClient", "String",
        "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for",
        "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public", "return", "super",
        "switch", "this", "throw", "true", "try", "typeof", "using", "var", "void", "while", "with", "yield",
    ];

    /// <summary>Whether it looks like a name.</summary>
    public static bool IsName(string name) => char.IsLetter(name[0]) && name.All(static letter => char.IsLetterOrDigit(letter) || letter == '_');

    /// <summary>A name for each model: its own, or one beside it where Prisma would not take that.</summary>
    public static string[] OfModels(IReadOnlyList<string> models)
    {
        HashSet<string> taken = new(models);
        return [.. models.Select((model, index) => IsName(model) && !Reserved.Contains(model) ? model : Beside(IsName(model) ? model : index.ToString(CultureInfo.InvariantCulture), taken))];
    }

    private static string Beside(string name, HashSet<string> taken)
    {
        string own = "Hive" + name;
        while (!taken.Add(own))
        {
            own += "_";
        }

        return own;
    }
}
