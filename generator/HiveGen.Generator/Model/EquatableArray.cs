using System;
using System.Collections.Generic;

namespace HiveGen.Generator.Model;

/// <summary>An array that equals another with equal items, so that a step of the pipeline can see that nothing changed.</summary>
/// <typeparam name="T">The items, which have value equality themselves.</typeparam>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>
    where T : IEquatable<T>
{
    private readonly T[]? items;

    public EquatableArray(T[]? items) => this.items = items is { Length: > 0 } ? items : null;

    public EquatableArray(List<T>? items)
        : this(items?.ToArray())
    {
    }

    public static EquatableArray<T> Empty => default;

    public int Count => items?.Length ?? 0;

    public T this[int index] => items![index];

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => new ReadOnlySpan<T>(items).GetEnumerator();

    public bool Contains(T item) => items is not null && Array.IndexOf(items, item) >= 0;

    public bool Equals(EquatableArray<T> other) => new ReadOnlySpan<T>(items).SequenceEqual(new ReadOnlySpan<T>(other.items));

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in this)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);
}
