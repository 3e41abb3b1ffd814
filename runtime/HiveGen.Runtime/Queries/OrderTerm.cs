namespace HiveGen.Queries;

/// <summary>One column of an order.</summary>
/// <param name="Column">The name in SQL.</param>
/// <param name="Descending">Greatest first; nulls, the least of all, come last.</param>
internal readonly record struct OrderTerm(string Column, bool Descending);
