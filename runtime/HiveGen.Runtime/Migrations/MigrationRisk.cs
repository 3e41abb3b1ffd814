using System.Globalization;

namespace HiveGen;

/// <summary>What a step of a migration may lose, and how many rows lose it. Immutable.</summary>
/// <param name="Table">The table, by its new name.</param>
/// <param name="Change">What changes: <c>the column "title" is dropped</c>.</param>
/// <param name="Loss">Which rows are counted: those that <c>have a value in it, which is lost</c>.</param>
/// <param name="Allow">What allows it, such as <c>drop-column:posts.title</c>; null when nothing does, because there is no way to go on with these rows.</param>
/// <param name="Advice">What else to do about it.</param>
public sealed record MigrationRisk(string Table, string Change, string Loss, string? Allow, string Advice)
{
    /// <summary>The rows that lose something; 0 when reading them has shown that none does.</summary>
    public long Rows { get; init; }

    /// <summary>Whether the loss was allowed.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Whether the migration is refused because of it.</summary>
    public bool Refuses => Rows > 0 && !IsAllowed;

    /// <summary>Whether these rows get another value, which the targets must have too.</summary>
    internal bool ChangesValues { get; init; }

    /// <summary>Counts the rows, in the tables as they are before the migration.</summary>
    internal string CountSql { get; init; } = "SELECT 0";

    /// <inheritdoc/>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Table}: {Change}. Rows that {Loss}: {Rows}.");
}
