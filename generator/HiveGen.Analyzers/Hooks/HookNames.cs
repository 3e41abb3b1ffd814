using System;

namespace HiveGen.Analyzers.Hooks;

/// <summary>The names of hooks, and which of them somebody meant.</summary>
internal static class HookNames
{
    private static readonly string[] All =
    [
        "BeforeAdd", "Add", "AfterAdd", "FollowingAdd", "BeforeSet", "Set", "AfterSet", "FollowingSet", "BeforeRemove", "Remove", "AfterRemove", "FollowingRemove",
    ];

    /// <summary>What other libraries call the same, which a hand types from habit.</summary>
    private static readonly (string Word, string Hook)[] Synonyms =
    [
        ("Insert", "Add"), ("Create", "Add"), ("Update", "Set"), ("Change", "Set"), ("Delete", "Remove"),
    ];

    /// <summary>The hook whose event this is: AccountBeforeAdd is that of BeforeAdd.</summary>
    public static string? OfEvent(string eventType)
    {
        string? longest = null;
        foreach (string hook in All)
        {
            if (eventType.EndsWith(hook, StringComparison.Ordinal) && eventType.Length > hook.Length && hook.Length > (longest?.Length ?? 0))
            {
                longest = hook;
            }
        }

        return longest;
    }

    public static bool IsHook(string name) => Array.IndexOf(All, name) >= 0;

    /// <summary>Whether a method called so was meant to be this hook: other case, On or Async around it, a synonym, or a slip of two letters.</summary>
    public static bool IsMeant(string name, string hook)
    {
        string bare = name.StartsWith("On", StringComparison.Ordinal) && name.Length > 2 && char.IsUpper(name[2]) ? name.Substring(2) : name;
        bare = bare.EndsWith("Async", StringComparison.Ordinal) ? bare.Substring(0, bare.Length - 5) : bare;
        foreach ((string word, string part) in Synonyms)
        {
            bare = bare.Replace(word, part);
        }

        return string.Equals(bare, hook, StringComparison.OrdinalIgnoreCase) || (hook.Length > 6 && Distance(bare, hook) <= 2);
    }

    /// <summary>How many letters must be typed, deleted or changed to make one of the other.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = new int[other.Length + 1];
        for (int j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[other.Length];
    }
}
