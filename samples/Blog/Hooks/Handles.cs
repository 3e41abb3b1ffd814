using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Blog.Hooks;

/// <summary>The rules of handles that attributes cannot say.</summary>
internal static partial class Handles
{
    private static readonly HashSet<string> Reserved = ["admin", "administrator", "root", "support", "sync", "system"];

    /// <summary>As it is stored: without blanks around it, in lower case.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Normalise(string? text) => text?.Trim().ToLowerInvariant();

    /// <summary>What is wrong with a handle, or null.</summary>
    public static string? Problem(string? handle) => handle switch
    {
        null => null,
        _ when !Shape().IsMatch(handle) => "handle: 3 to 30 letters a-z, digits or underscores, beginning with a letter.",
        _ when Reserved.Contains(handle) => $"handle: '{handle}' is reserved.",
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{2,29}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
