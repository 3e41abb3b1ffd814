using System;

namespace HiveGen;

/// <summary>An index for filters and orders: on a property, or on the class over several properties.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IndexAttribute : Attribute
{
    /// <summary>On a property.</summary>
    public IndexAttribute() => Properties = Array.Empty<string>();

    /// <summary>On the class: the indexed properties in order; use <c>nameof</c>.</summary>
    public IndexAttribute(params string[] properties) => Properties = properties;

    /// <summary>The indexed properties; empty on a property.</summary>
    public string[] Properties { get; }
}
