using System;
using System.Collections.Generic;

namespace HiveGen;

/// <summary>A typed reference to a record of <typeparamref name="T"/> whose ids are not text.</summary>
/// <typeparam name="T">The model linked to.</typeparam>
/// <typeparam name="TKey">The type of its ids: <c>long</c> or <c>Guid</c>.</typeparam>
public readonly struct Link<T, TKey> : IEquatable<Link<T, TKey>>
    where T : class
    where TKey : struct
{
    /// <summary>Links to the record with this id.</summary>
    public Link(TKey id) => Id = id;

    /// <summary>The id of the linked record.</summary>
    public TKey Id { get; }

    /// <summary>An id is enough to make a link.</summary>
    public static implicit operator Link<T, TKey>(TKey id) => new(id);

    /// <summary>A link can stand where its id is expected.</summary>
    public static implicit operator TKey(Link<T, TKey> link) => link.Id;

    /// <summary>Same id.</summary>
    public static bool operator ==(Link<T, TKey> left, Link<T, TKey> right) => left.Equals(right);

    /// <summary>Another id.</summary>
    public static bool operator !=(Link<T, TKey> left, Link<T, TKey> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Link<T, TKey> other) => EqualityComparer<TKey>.Default.Equals(Id, other.Id);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Link<T, TKey> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The id as text.</summary>
    public override string ToString() => Id.ToString() ?? "";
}
