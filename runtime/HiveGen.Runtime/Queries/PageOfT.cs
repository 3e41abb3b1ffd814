namespace HiveGen;

/// <summary>A page of a query. Immutable.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    internal Page(IReadOnlyList<T> items, string? next, string? previous)
    {
        Items = items;
        Next = next;
        Previous = previous;
    }

    /// <summary>The items, in the order of the query.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>
    /// The cursor of the page behind this one, for <c>after</c>; null when this is the last. Made of letters that need no
    /// escaping in a URL; opaque, but not secret: it holds the values of the order's columns.
    /// </summary>
    public string? Next { get; }

    /// <summary>The cursor of the page before this one, for <c>before</c>; null when this is the first.</summary>
    public string? Previous { get; }

    /// <summary>Whether there is a page behind this one.</summary>
    public bool HasNext => Next is not null;

    /// <summary>Whether there is a page before this one.</summary>
    public bool HasPrevious => Previous is not null;
}
