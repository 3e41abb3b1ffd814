using System;

namespace HiveGen;

/// <summary>
/// On a property: no two records share its value, and the typed client gets <c>GetBy…</c> for it.
/// On the class: no two records share the values of all named properties. Nulls never collide (SQLite's rule).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UniqueAttribute : Attribute
{
    /// <summary>On a property.</summary>
    public UniqueAttribute() => Properties = Array.Empty<string>();

    /// <summary>On the class: the properties that are unique together, in index order; use <c>nameof</c>.</summary>
    public UniqueAttribute(params string[] properties) => Properties = properties;

    /// <summary>The properties that are unique together; empty on a property.</summary>
    public string[] Properties { get; }
}
