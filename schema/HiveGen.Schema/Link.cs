using System;

namespace HiveGen;

/// <summary>A typed reference to a record of <typeparamref name="T"/>, whose ids are text.</summary>
/// <typeparam name="T">The model linked to.</typeparam>
public readonly struct Link<T> : IEquatable<Link<T>>
    where T : class
{
    private readonly string? id;

    /// <summary>Links to the record with this id.</summary>
    public Link(string id) => this.id = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>The id of the linked record; empty for <c>default</c>, which no record has.</summary>
    public string Id => id ?? "";

    /// <summary>An id is enough to make a link.</summary>
    public static implicit operator Link<T>(string id) => new(id);

    /// <summary>A link can stand where its id is expected.</summary>
    public static implicit operator string(Link<T> link) => link.Id;

    /// <summary>Same id.</summary>
    public static bool operator ==(Link<T> left, Link<T> right) => left.Equals(right);

    /// <summary>Another id.</summary>
    public static bool operator !=(Link<T> left, Link<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Link<T> other) => string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Link<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
