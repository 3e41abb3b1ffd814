using System.Collections.Concurrent;

namespace HiveGen.Generator.Parsing;

/// <summary>
/// The names of generated classes. They are asked for at every keystroke, for every model: kept, so that asking costs no memory.
/// </summary>
internal static class CompanionNames
{
    private const int Most = 50_000;

    private static readonly ConcurrentDictionary<(string Name, string Suffix), string> Known = new();

    public static string Of(string name, string suffix)
    {
        if (Known.TryGetValue((name, suffix), out string? known))
        {
            return known;
        }

        if (Known.Count >= Most)
        {
            Known.Clear(); // names that were typed and are gone
        }

        return Known[(name, suffix)] = name + suffix;
    }
}
