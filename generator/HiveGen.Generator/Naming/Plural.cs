using System;
using System.Collections.Generic;

namespace HiveGen.Generator.Naming;

/// <summary>English plurals of class names. <c>[HiveModel(Plural = …)]</c> says what this gets wrong.</summary>
internal static class Plural
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["Person"] = "People",
        ["Child"] = "Children",
        ["Man"] = "Men",
        ["Woman"] = "Women",
        ["Mouse"] = "Mice",
        ["Goose"] = "Geese",
        ["Foot"] = "Feet",
        ["Tooth"] = "Teeth",
        ["Leaf"] = "Leaves",
        ["Life"] = "Lives",
        ["Knife"] = "Knives",
        ["Half"] = "Halves",
        ["Shelf"] = "Shelves",
        ["Hero"] = "Heroes",
        ["Potato"] = "Potatoes",
        ["Tomato"] = "Tomatoes",
        ["Echo"] = "Echoes",
        ["Quiz"] = "Quizzes",
        ["Datum"] = "Data",
        ["Criterion"] = "Criteria",
        ["Data"] = "Data",
        ["Media"] = "Media",
        ["News"] = "News",
        ["Series"] = "Series",
        ["Species"] = "Species",
        ["Sheep"] = "Sheep",
        ["Fish"] = "Fish",
        ["Equipment"] = "Equipment",
        ["Information"] = "Information",
        ["Money"] = "Money",
    };

    public static string Of(string name)
    {
        int word = name.Length;
        while (word > 0 && !char.IsUpper(name[--word]))
        {
        }

        return Irregular.TryGetValue(name.Substring(word), out string? plural)
            ? name.Substring(0, word) + plural
            : Regular(name);
    }

    private static string Regular(string name)
    {
        if (Ends(name, "is"))
        {
            return name.Substring(0, name.Length - 2) + "es";
        }

        if (Ends(name, "s") && !Ends(name, "ss") && !Ends(name, "us") && !Ends(name, "as") && !Ends(name, "os"))
        {
            return name; // a plural already
        }

        if (Ends(name, "s") || Ends(name, "x") || Ends(name, "z") || Ends(name, "ch") || Ends(name, "sh"))
        {
            return name + "es";
        }

        return Ends(name, "y") && name.Length > 1 && "aeiou".IndexOf(char.ToLowerInvariant(name[name.Length - 2])) < 0
            ? name.Substring(0, name.Length - 1) + "ies"
            : name + "s";
    }

    private static bool Ends(string name, string suffix) => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
