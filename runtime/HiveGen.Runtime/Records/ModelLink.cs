namespace HiveGen;

/// <summary>A link from one model to another.</summary>
/// <param name="Column">The column that holds the id.</param>
/// <param name="Table">The table it names.</param>
/// <param name="OnDelete">What the removal of the linked record does.</param>
public sealed record ModelLink(string Column, string Table, LinkAction OnDelete);
