using System.Text.RegularExpressions;

namespace HiveGen.Docs.Tests.Walks;

/// <summary>
/// Compares what a page shows with what came. Ids, times and the like are another each time: the page's stand for those that came, and
/// stay so for the rest of the walk. A line <c>…</c> stands for any lines.
/// </summary>
internal sealed partial class Output
{
    private readonly Dictionary<string, string> real = new(StringComparer.Ordinal);

    /// <summary>A command with the ids that came instead of those the page shows.</summary>
    public string Real(string shown) => Names().Replace(shown, name => real.GetValueOrDefault(name.Value, name.Value));

    /// <summary>What came, with the ids the page shows for them.</summary>
    public string Shown(string came)
    {
        Dictionary<string, string> shown = real.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
        return Names().Replace(came, name => shown.GetValueOrDefault(name.Value, name.Value));
    }

    /// <summary>Whether what came is what is shown.</summary>
    public bool Matches(string shown, string came)
    {
        if (!Regex.IsMatch(Plain(came), "^" + Regex.Escape(Plain(shown)).Replace("…\\n", "(.*\\n)*?", StringComparison.Ordinal) + "$"))
        {
            return false;
        }

        if (shown.Contains('…', StringComparison.Ordinal))
        {
            return true;
        }

        // Each name of the page is one thing.
        (string Shown, string Came)[] pairs = [.. Names().Matches(shown).Zip(Names().Matches(came), static (one, other) => (one.Value, other.Value))];
        if (pairs.Any(pair => real.TryGetValue(pair.Shown, out string? known) && known != pair.Came) || pairs.GroupBy(static pair => pair.Shown).Any(static same => same.Select(static pair => pair.Came).Distinct().Count() > 1))
        {
            return false;
        }

        foreach ((string one, string other) in pairs)
        {
            real[one] = other;
        }

        return true;
    }

    // Line ends of the last line do not count: curl writes none.
    private static string Plain(string text) => Trace().Replace(Time().Replace(Names().Replace(text.ReplaceLineEndings("\n").TrimEnd() + "\n", "<id>"), "<time>"), "<trace>");

    [GeneratedRegex(@"\b[a-z]{3}_[0-9a-f]{16}\b")]
    private static partial Regex Names();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)|\b\d{16}\b|\b\d{13}\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b00-[0-9a-f]{32}-[0-9a-f]{16}-0\d\b")]
    private static partial Regex Trace();
}
