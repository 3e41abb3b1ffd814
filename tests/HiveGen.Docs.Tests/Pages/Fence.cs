namespace HiveGen.Docs.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Mark">The comment on the line before, such as <c>snippet: samples/Minimal/Account.cs#model</c>; empty without one.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Code">Its lines, without the indentation of the fence.</param>
public sealed record Fence(string Page, int Line, string Language, string Mark, string Heading, string Code)
{
    /// <summary>What stands in the mark behind this word; null when it is another mark.</summary>
    public string? Marked(string word) => Mark.StartsWith(word + ":", StringComparison.Ordinal) ? Mark[(word.Length + 1)..].Trim() : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";
}
