namespace HiveGen.Generator.Model;

/// <summary>The DataAnnotations of a property.</summary>
/// <param name="MinLength">The fewest code points.</param>
/// <param name="MaxLength">The most code points.</param>
/// <param name="Minimum">The least number, as invariant digits.</param>
/// <param name="Maximum">The greatest number, as invariant digits.</param>
/// <param name="Pattern">The regular expression of the whole text.</param>
/// <param name="PatternTimeout">Its timeout in milliseconds; -1 for none.</param>
/// <param name="Email">Whether it is an e-mail address.</param>
internal sealed record RuleSpec(
    int? MinLength = null,
    int? MaxLength = null,
    string? Minimum = null,
    string? Maximum = null,
    string? Pattern = null,
    int PatternTimeout = 2000,
    bool Email = false);
