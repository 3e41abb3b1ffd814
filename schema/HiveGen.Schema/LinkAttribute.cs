using System;

namespace HiveGen;

/// <summary>Says what happens to this record when the linked one is removed. The property is a <c>Link&lt;T&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class LinkAttribute : Attribute
{
    /// <summary>Default: <see cref="LinkAction.Restrict"/>, the removal of a linked record is refused.</summary>
    public LinkAction OnDelete { get; set; } = LinkAction.Restrict;
}
